import { type ExitSpan, exitSpans } from '@domain/forecast/exit-days'
import type { ReadForecast } from '@domain/forecast/read-forecast'
import { rangeText } from '@domain/forecast/words'
import { formatShortDay } from '@domain/time/format'
import { DataTable } from '../../charts/data-table'
import { StackedBars } from '../../charts/stacked-bars'
import styles from './forecast.module.css'

/** How many runs exit when, as bars and as a table. */
export function RangeChart({ told }: { readonly told: ReadForecast }) {
  const spans = exitSpans(told)
  const unit = spans[0] && spans[0].from !== spans[0].to ? 'week' : 'day'
  const series = told.plan
    ? [
        { name: 'By the planned end', values: spans.map(({ within }) => within) },
        { name: 'After it', values: spans.map(({ over }) => over) },
      ]
    : [{ name: 'Exits', values: spans.map(({ within }) => within) }]
  const title = `Runs that exit, by ${unit}, in percent`
  return (
    <div className={styles.bars}>
      <h3 className={styles.heading}>{title}</h3>
      <StackedBars
        data={{
          title,
          description: rangeText(told),
          labels: spans.map(({ from }) => formatShortDay(from)),
          series,
        }}
      />
      <details className={styles.table}>
        <summary>As a table</summary>
        <DataTable
          caption=""
          rowHead={unit === 'day' ? 'Day' : 'Week from'}
          columns={[...series.map(({ name }) => name), 'Exited by then']}
          rows={spans.map((span, place) => ({
            name: formatShortDay(span.from),
            values: [...series.map(({ values }) => percent(values[place] ?? 0)), percent(untilOf(span))],
          }))}
        />
      </details>
    </div>
  )
}

const untilOf = ({ until }: ExitSpan) => until
const percent = (value: number) => `${value.toLocaleString('en-GB')}%`
