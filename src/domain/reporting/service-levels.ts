import { type ClockContext, type ClockReading, clocksOf } from '../clocks/clock'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import type { IssueReading } from './reading'

/** The promises that a sponsor is told about; the clock of the next update starts again with every word. */
export const judgedKinds = ['acknowledge', 'resolve'] as const
export type JudgedKind = (typeof judgedKinds)[number]

/** A clock that was stopped within a period, or still runs (or rests) beyond its target at the end of it. */
export interface JudgedClock {
  readonly issue: IssueReading
  readonly kind: JudgedKind
  readonly severity: Severity
  /** Milliseconds of counted time. */
  readonly target: number
  readonly counted: number
  readonly met: boolean
  /** Not stopped yet: an open breach. */
  readonly open: boolean
}

/** Clocks of one issue that are judged, by the policy of their time. */
export function judgedClocks(issue: IssueReading, since: Instant, context: ClockContext): JudgedClock[] {
  // Both clocks of an issue that ended before the period, and rested since, were stopped before it.
  if (issue.ended !== undefined && issue.now.from <= since) return []
  return clocksOf(issue.row, context).flatMap((clock) => {
    const { kind, severity, target, counted, breached, stoppedAt } = clock
    if (!isJudged(kind) || clock.state === 'withdrawn' || !isDecided(clock, since)) return []
    return [{ issue, kind, severity, target, counted, met: !breached, open: stoppedAt === undefined }]
  })
}

function isJudged(kind: ClockReading['kind']): kind is JudgedKind {
  return (judgedKinds as readonly string[]).includes(kind)
}

function isDecided({ stoppedAt, breached }: ClockReading, since: Instant): boolean {
  return stoppedAt === undefined ? breached : stoppedAt > since
}

/** Below so many there is no percentile: one bad morning would be the number. */
export const fewest = 5

/**
 * The smallest of the values that at least so many percent of them do not exceed (nearest rank: always a value that
 * was really measured). Undefined where there are too few of them.
 */
export function percentile(values: readonly number[], percent: number): number | undefined {
  if (values.length < fewest) return undefined
  const sorted = new Float64Array(values).sort()
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]
}
