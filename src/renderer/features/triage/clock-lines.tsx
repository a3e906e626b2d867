import type { ClockReading } from '@domain/clocks/clock'
import { clockWords, durationText } from '@domain/clocks/clock-words'
import type { IssueRow } from '@domain/triage/as-of'
import { useClocks } from '../../storage/clock-view'
import { Mark, type MarkProps } from '../../ui/mark'
import { now, useMinute } from '../../view-state/clock'
import { useAdrift } from '../../view-state/use-ownership'
import { useInstantText } from '../../view-state/use-zone'
import styles from './triage.module.css'

/** A quarter of the promised time or less is left: it is burning. */
const burning = 0.25

/** What is promised for the issue, and how much of it is left. */
export function ClockLines({ row }: { readonly row: IssueRow }) {
  const { view } = useClocks(now)
  useMinute()
  const instantText = useInstantText()
  const at = now()
  const clocks = view.isOpen ? view.board.clocksOf(row, at) : []
  const orphan = useAdrift(row, clocks, at)
  if (clocks.length === 0) return null
  return (
    <section aria-label="Clocks" className={styles.clocks}>
      {clocks.map((clock) => (
        <div key={clock.kind} className={styles.clock}>
          <Mark {...lookOf(clock, orphan !== undefined)} label={clockWords[clock.kind]} />
          <span data-numeric>{told(clock)}</span>
          {clock.state === 'running' && clock.dueAt !== undefined && (
            <span className={styles.quiet} data-numeric>
              {clock.breached ? 'was due' : 'due'} {instantText(clock.dueAt)}
            </span>
          )}
        </div>
      ))}
    </section>
  )
}

function told({ state, breached, counted, target }: ClockReading): string {
  if (state === 'withdrawn') return 'judges nobody'
  if (breached) return `${durationText(counted - target)} over ${durationText(target)}`
  if (state === 'paused') return `paused, ${durationText(target - counted)} left`
  if (state === 'stopped') return `done in ${durationText(counted)} of ${durationText(target)}`
  return `${durationText(target - counted)} left of ${durationText(target)}`
}

/** Nothing is green of an issue that nobody really has. */
function lookOf(
  { state, breached, counted, target }: ClockReading,
  isOrphan: boolean,
): Pick<MarkProps, 'tone' | 'shape'> {
  if (breached) return { tone: 'danger', shape: 'triangle' }
  if (state === 'paused' || state === 'withdrawn') return { tone: 'neutral', shape: 'dash' }
  if (state === 'stopped') return { tone: isOrphan ? 'neutral' : 'ok', shape: 'tick' }
  if (target - counted <= target * burning) return { tone: 'warning', shape: 'half' }
  return { tone: 'neutral', shape: 'ring' }
}
