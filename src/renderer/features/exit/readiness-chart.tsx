import type { ReadinessDay } from '@domain/exit/history'
import { stateWords } from '@domain/exit/scorecard'
import { formatShortDay } from '@domain/time/format'
import { DataTable } from '../../charts/data-table'
import { StackedBars } from '../../charts/stacked-bars'
import { classNames } from '../../ui/class-names'
import styles from './exit.module.css'

/** More days than this cannot be told apart in a chart; the table has them all. */
const mostDrawn = 60

/** How many criteria were met at the end of each day. */
export function ReadinessChart({ history }: { readonly history: readonly ReadinessDay[] }) {
  const drawn = history.slice(-mostDrawn)
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last) return null
  const title = 'Criteria met at the end of each day'
  const description = `From ${first.met} on ${formatShortDay(first.day)} to ${last.met} now.`
  return (
    <section className={classNames(styles.panel, styles.readiness)} aria-label="Readiness day by day">
      <h2 className={styles.title}>Readiness day by day</h2>
      <StackedBars
        data={{
          title,
          description,
          labels: drawn.map(({ day }) => formatShortDay(day)),
          series: [
            { name: stateWords.met, values: drawn.map(({ met }) => met) },
            { name: stateWords['not-met'], values: drawn.map(({ notMet }) => notMet) },
            { name: stateWords.unmeasured, values: drawn.map(({ unmeasured }) => unmeasured) },
          ],
        }}
      />
      <details className={styles.numbers}>
        <summary>The numbers</summary>
        <DataTable
          caption={title}
          rowHead="Day"
          columns={[stateWords.met, stateWords['not-met'], stateWords.unmeasured]}
          rows={history.map(({ day, met, notMet, unmeasured }) => ({
            name: formatShortDay(day),
            values: [met, notMet, unmeasured],
          }))}
        />
      </details>
    </section>
  )
}
