import type { Rescue } from '../model/issue'
import type { Instant } from '../model/value'
import type { IssueLife } from './issue-facts'

/** A resolution that stood at a moment. */
export interface Resolution {
  readonly issue: IssueLife
  readonly at: Instant
  /** Null where nobody had said. */
  readonly rescue: Rescue | null
}

/** How an issue was resolved, if it was at a moment; what was declined or is a duplicate is not. */
export function resolutionAt(issue: IssueLife, at: Instant): Resolution | undefined {
  let since: Instant | undefined
  for (const { from, status } of issue.phases) {
    if (from > at) break
    since = status === 'resolved' || status === 'closed' ? (since ?? from) : undefined
  }
  if (since === undefined) return undefined
  const told = issue.rescues.findLast((moment) => moment.at <= at)
  return { issue, at: since, rescue: told?.rescue ?? null }
}
