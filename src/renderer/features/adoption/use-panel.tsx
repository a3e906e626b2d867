import type { AdoptionBoard } from '@domain/adoption/board'
import { eventText } from '@domain/adoption/event-text'
import { percentText, shareText } from '@domain/reporting/figure'
import { numberText } from '@domain/reporting/number-text'
import { formatDay, formatShortDay } from '@domain/time/format'
import { DataTable } from '../../charts/data-table'
import { MarkedBars } from '../../charts/marked-bars'
import { adoptionChart } from '../../parts/adoption/adoption-chart'
import styles from './adoption.module.css'

/** Who is active by day and by week, over what went wrong and what was shipped. */
export function UsePanel({ board, day }: { readonly board: AdoptionBoard; readonly day: string }) {
  const days = board.days.map((each) => ({
    ...each,
    label: formatShortDay(each.day),
    licensed: each.licensed ?? null,
  }))
  return (
    <section className={styles.panel}>
      <h2 className={styles.title}>People active by day</h2>
      <p className={styles.quiet}>{figuresText(board, day)}</p>
      <div className={styles.chart}>
        <MarkedBars data={adoptionChart(days)} />
      </div>
      <div className={styles.table}>
        <DataTable
          caption="By week"
          rowHead="Seven days to"
          columns={['Active', 'Of licensed']}
          rows={board.weeks.map(({ day: end, active, share }) => ({
            name: formatShortDay(end),
            values: [active, share ? percentText(share.active, share.licensed) : 'not known'],
          }))}
        />
      </div>
      <details>
        <summary>Each day as a table</summary>
        <div className={styles.table}>
          <DataTable
            caption="By day, the latest first"
            rowHead="Day"
            columns={['Active', 'Licensed', 'What happened']}
            rows={days.toReversed().map((each) => ({
              name: formatDay(each.day),
              values: [each.active, each.licensed ?? 'not known', eventText(each)],
            }))}
          />
        </div>
      </details>
    </section>
  )
}

function figuresText({ weeks: [week], stickiness, licensed }: AdoptionBoard, day: string): string {
  const share = week?.share
  return [
    `Known up to ${formatDay(day)}`,
    share
      ? `${shareText(share.active, share.licensed)} of licensed people active in seven days`
      : week && `${numberText(week.active)} active in seven days`,
    licensed === undefined && 'no list of licensed users yet',
    stickiness &&
      `stickiness ${percentText(stickiness.daily, stickiness.monthly)}: ${numberText(stickiness.daily, 1)} on a working day of ${numberText(stickiness.monthly)} in four weeks`,
  ]
    .filter(Boolean)
    .join(' · ')
}
