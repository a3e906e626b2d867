import { assumedSeverity, type ClockPolicy } from '../clocks/policy'
import { momentsOf } from '../merge/trail'
import type { Instant } from '../model/value'
import type { IssueReading } from './reading'

/** An open issue about which nothing has been heard for longer than users were promised. */
export interface StuckIssue {
  readonly issue: IssueReading
  /** When its status, severity or owner last changed, or somebody last wrote a comment. */
  readonly touchedAt: Instant
  /** Milliseconds of counted time since then, and how many are allowed. */
  readonly quiet: number
  readonly allowed: number
}

/** Where no update is promised, an issue is stuck after so many days. */
export const patienceDays = 5
const dayLength = 24 * 60 * 60_000

/** Whether an open issue is stuck; `commentedAt` is when its last comment was written. */
export function stuckIssue(
  issue: IssueReading,
  asOf: Instant,
  policy: ClockPolicy,
  commentedAt: Instant | undefined,
): StuckIssue | undefined {
  const { row, now } = issue
  const severity = now.severity ?? row.values.reportedSeverity ?? assumedSeverity
  const touchedAt = Math.max(now.from, ownedSince(issue, asOf), commentedAt ?? -Infinity)
  const promised = policy.target('update', severity)
  const allowed = promised ?? patienceDays * dayLength
  const quiet =
    promised === undefined ? asOf - touchedAt : policy.workingTime(severity).between(touchedAt, asOf)
  return quiet > allowed ? { issue, touchedAt, quiet, allowed } : undefined
}

function ownedSince({ row }: IssueReading, asOf: Instant): Instant {
  return momentsOf(row, 'owner').findLast(({ at }) => at <= asOf)?.at ?? -Infinity
}
