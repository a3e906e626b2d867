import { becameKnownAfter, momentsOf } from '../merge/trail'
import type { IssueStatus, Severity, TrackedIssueField } from '../model/issue'
import type { Instant, Value } from '../model/value'
import type { IssueRow } from '../triage/as-of'

/** What of an issue can be different from when somebody last looked. */
export const issueChanges = ['new', 'resolved', 'returned', 'raised', 'reassigned'] as const
export type IssueChange = (typeof issueChanges)[number]

const isResolved = (status: Value) => status === 'resolved' || status === 'closed'

/**
 * What is different about an issue since an instant, by when it became known: an import of today that tells of last
 * night is news. What went back to where it was is none.
 */
export function changesSince(row: IssueRow, since: Instant): readonly IssueChange[] {
  const { values, heads } = row
  if (values.removed === true || heads.wall(row.touched) <= since || !becameKnownAfter(row, since)) return []
  const changes: IssueChange[] = []
  const isNew = heads.knownAt(row.first) > since
  if (isNew) changes.push('new')
  const status: IssueStatus = values.status ?? 'new'
  const before = isNew ? null : standingAt(row, 'status', since)
  if (isResolved(status) && !isResolved(before)) changes.push('resolved')
  if (isNew) return changes
  if (status === 'returned' && before !== 'returned') changes.push('returned')
  const severity = standingAt(row, 'severity', since) as Severity | null
  if (severity !== null && values.severity != null && values.severity < severity) changes.push('raised')
  if ((values.owner ?? null) !== standingAt(row, 'owner', since)) changes.push('reassigned')
  return changes
}

/** What stood in a field at an instant, by when it became known. */
function standingAt(row: IssueRow, field: TrackedIssueField, instant: Instant): Value {
  let standing: Value = null
  let latest = -Infinity
  for (const { knownAt, value } of momentsOf(row, field)) {
    if (knownAt > instant || knownAt < latest) continue
    latest = knownAt
    standing = value
  }
  return standing
}
