import type { StandupRecord } from '@domain/standup/record'
import { formatInstant } from '@domain/time/format'
import { useSecond } from '../../view-state/clock'
import { useZone } from '../../view-state/use-zone'
import styles from './standups.module.css'

export interface StandupTimerProps {
  readonly record: StandupRecord
  /** Who or what is talked about; undefined where nothing is any more. */
  readonly speaker: string | undefined
  readonly speakingSince: number
}

/** How long it has gone on, quietly. */
export function StandupTimer({ record, speaker, speakingSince }: StandupTimerProps) {
  const zone = useZone()
  const { startedAt, endedAt, leaders } = record
  const time = useSecond(endedAt === undefined)
  const led = `Led by ${leaders.join(' and ')}`
  if (endedAt !== undefined)
    return `${led}, ${formatInstant(startedAt, zone).slice(-5)} to ${formatInstant(endedAt, zone).slice(-5)}`
  return (
    <span className={styles.timer}>
      <span role="timer" aria-label="The standup has gone on for" data-numeric>
        {clockText(time - startedAt)}
      </span>
      {speaker !== undefined && (
        <span>
          {speaker} <span data-numeric>{clockText(time - speakingSince)}</span>
        </span>
      )}
      <span>{led}</span>
    </span>
  )
}

/** `4:05`, `1:02:30`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
