import type { IssueLife } from '@domain/exit/issue-facts'
import type { NoRescue, RescueWeek } from '@domain/exit/no-rescue'
import { rescues } from '@domain/model/issue'
import { formatShortDay } from '@domain/time/format'
import { rescueWords } from '@domain/triage/words'
import { DataTable } from '../../charts/data-table'
import { StackedBars } from '../../charts/stacked-bars'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import styles from './exit.module.css'

const mostComponents = 12
const kinds = [...rescues, 'untold'] as const
const kindWords = { ...rescueWords, untold: 'Not told' }

export interface RescuePanelProps {
  readonly rescue: NoRescue
  readonly onList: (title: string, issues: readonly IssueLife[]) => void
}

/** Whether steady-state can do without the project team: who resolved what, and what still needs it. */
export function RescuePanel({ rescue, onList }: RescuePanelProps) {
  const { weeks, needed, untold } = rescue
  const resolved = weeks.some(({ by }) => kinds.some((kind) => by[kind] > 0))
  const more = needed.length - mostComponents
  return (
    <section className={classNames(styles.panel, styles.rescue)} aria-label="Without rescue">
      <h2 className={styles.title}>Without rescue</h2>
      {resolved ? <Trend weeks={weeks} /> : <p className={styles.quiet}>Nothing has been resolved yet.</p>}
      {untold.length > 0 && (
        <p className={styles.quiet}>
          Nobody has said who resolved {untold.length === 1 ? 'one issue' : `${untold.length} issues`}.{' '}
          <Button tone="quiet" onClick={() => onList('Resolved, not told by whom', untold)}>
            List {untold.length === 1 ? 'it' : 'them'}
          </Button>
        </p>
      )}
      {needed.length === 0 ? (
        <p className={styles.quiet}>Nothing has needed the project team in the last 14 days.</p>
      ) : (
        <table className={styles.rows}>
          <caption className={styles.caption}>Still needs the project team (last 14 days)</caption>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Resolved by it</th>
              <th scope="col">With its help</th>
              <th scope="col">Open with it</th>
              <th scope="col">Issues</th>
            </tr>
          </thead>
          <tbody>
            {needed.slice(0, mostComponents).map(({ component, byProject, withHelp, open }) => {
              const name = component ?? 'No component told'
              return (
                <tr key={component ?? ''}>
                  <th scope="row" className={styles.cut}>
                    {name.slice(0, 200)}
                  </th>
                  <td data-numeric>{byProject.length}</td>
                  <td data-numeric>{withHelp.length}</td>
                  <td data-numeric>{open.length}</td>
                  <td>
                    <Button
                      tone="quiet"
                      aria-label={`List the issues of ${name.slice(0, 200)}`}
                      onClick={() =>
                        onList(`Needs the project team: ${name}`, [...byProject, ...withHelp, ...open])
                      }
                    >
                      List
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {more > 0 && <p className={styles.quiet}>And {more} more components.</p>}
    </section>
  )
}

function Trend({ weeks }: { readonly weeks: readonly RescueWeek[] }) {
  const labels = weeks.map(({ first }) => formatShortDay(first))
  const title = 'Issues resolved, by who did it and the week in which it was done'
  const alone = weeks.at(-1)?.by['steady-state-alone'] ?? 0
  return (
    <>
      <StackedBars
        data={{
          title,
          description: `In the week of ${labels.at(-1)} steady-state resolved ${alone} alone.`,
          labels,
          widestBand: 72,
          series: kinds.map((kind) => ({ name: kindWords[kind], values: weeks.map(({ by }) => by[kind]) })),
        }}
      />
      <details className={styles.numbers}>
        <summary>The numbers</summary>
        <DataTable
          caption={title}
          rowHead="Week of"
          columns={kinds.map((kind) => kindWords[kind])}
          rows={weeks.map(({ by }, place) => ({
            name: labels[place] ?? '',
            values: kinds.map((kind) => by[kind]),
          }))}
        />
      </details>
    </>
  )
}
