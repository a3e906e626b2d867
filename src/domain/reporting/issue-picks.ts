import type { Instant } from '../model/value'
import { isOpen } from '../triage/as-of'
import { type IssueReading, isOpenNow, isResolved, type Reading } from './reading'

/** What reports single out among the issues they read. Figures and lists pick by the same rules, so they agree. */

const dayLength = 24 * 60 * 60_000

export function isNew(issue: IssueReading): boolean {
  return issue.before === undefined
}

export function isResolvedLately(issue: IssueReading, { since }: Reading): boolean {
  return isResolved(issue) && (issue.ended ?? since) > since
}

export function isDeclinedLately(issue: IssueReading, { since }: Reading): boolean {
  return !isResolved(issue) && (issue.ended ?? since) > since
}

/** Negative where an open issue became more severe within the period, positive where less, otherwise nought. */
export function severityMove({ before, now }: IssueReading): number {
  if (!isOpen(now) || !before || before.severity === null || now.severity === null) return 0
  return now.severity - before.severity
}

export function isWaitingForDecision(issue: IssueReading): boolean {
  return issue.now.status === 'on-hold' && issue.row.values.holdReason === 'decision'
}

export function isSevere(issue: IssueReading): boolean {
  return isOpenNow(issue) && (issue.now.severity === 1 || issue.now.severity === 2)
}

export function ageInDays(issue: IssueReading, asOf: Instant): number {
  return Math.floor((asOf - issue.raised) / dayLength)
}
