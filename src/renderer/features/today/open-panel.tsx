import type { FlowDay } from '@domain/reporting/daily-flow'
import { formatShortDay } from '@domain/time/format'
import type { TodayBoard } from '@domain/today/board'
import { DataTable } from '../../charts/data-table'
import { StackedBars } from '../../charts/stacked-bars'
import { Figure } from './figure'
import styles from './today.module.css'

const names = ['Severity 1', 'Severity 2', 'Severity 3', 'Not told'] as const

export interface OpenPanelProps {
  readonly board: TodayBoard | undefined
  readonly trend: readonly FlowDay[] | undefined
  /** The numbers of the chart can be read beside it; on the wall nobody opens them. */
  readonly withNumbers?: boolean
}

/** What is open by severity, and how that came to be in the last two weeks. */
export function OpenPanel({ board, trend, withNumbers = true }: OpenPanelProps) {
  return (
    <section className={styles.panel} aria-label="Open by severity">
      <div className={styles.head}>
        <h2 className={styles.title}>Open by severity</h2>
        <Figure label="All open" figure={board?.open} asOf={board?.asOf ?? 0} />
      </div>
      <div className={styles.parts}>
        {names.map((name, place) => (
          <Figure key={name} label={name} figure={board?.bySeverity[place]} asOf={board?.asOf ?? 0} />
        ))}
      </div>
      <div className={styles.chart}>{trend && <Trend trend={trend} withNumbers={withNumbers} />}</div>
    </section>
  )
}

function Trend({
  trend,
  withNumbers,
}: {
  readonly trend: readonly FlowDay[]
  readonly withNumbers: boolean
}) {
  const labels = trend.map(({ day }) => formatShortDay(day))
  const series = names.map((name, place) => ({ name, values: trend.map(({ open }) => open[place] ?? 0) }))
  const total = ({ open }: FlowDay) => open.reduce((sum, count) => sum + count, 0)
  const [first, last] = [trend[0], trend.at(-1)]
  if (!first || !last) return null
  const title = `Open at the end of each of the last ${trend.length} days`
  const description = `From ${total(first)} on ${labels[0]} to ${total(last)} now.`
  return (
    <>
      <StackedBars data={{ title, description, labels, series }} />
      {withNumbers && (
        <details className={styles.numbers}>
          <summary>The numbers</summary>
          <DataTable
            caption={title}
            rowHead="Day"
            columns={[...names, 'All']}
            rows={trend.map((day, place) => ({
              name: labels[place] ?? '',
              values: [...day.open, total(day)],
            }))}
          />
        </details>
      )}
    </>
  )
}
