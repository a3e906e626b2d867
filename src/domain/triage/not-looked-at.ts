import { begunAt } from '../merge/apply'
import type { Row } from '../merge/row'
import type { Comment, TriageSession } from '../model/entities'
import type { Instant } from '../model/value'
import { type IssueRow, isEnded } from './as-of'
import { inboxReason } from './inbox'
import { triageRecords } from './triage-record'

export interface LookedAtTables {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly comments: ReadonlyMap<string, Row<Comment>>
  readonly sessions: ReadonlyMap<string, Row<TriageSession>>
}

const readBetweenYields = 2_000

/**
 * Keys of the issues that somebody should look at every day and nobody has since an instant: what waits in the inbox, and
 * severity 1 and 2. Looked at is what was decided of in triage, changed, or commented on. Most severe first.
 */
export function* notLookedAt(
  { issues, comments, sessions }: LookedAtTables,
  since: Instant,
  now: Instant,
): Generator<void, string[]> {
  const seen = new Set<string>()
  for (const { endedAt, decided } of triageRecords(sessions.values()))
    if (endedAt >= since) for (const { issue } of decided) seen.add(issue)
  let read = 0
  for (const row of comments.values()) {
    if (++read % readBetweenYields === 0) yield
    const { issue, writtenAt, removed } = row.values
    if (issue && removed !== true && (writtenAt ?? begunAt(row)) >= since) seen.add(issue)
  }
  const left: IssueRow[] = []
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    const { removed, status, severity } = row.values
    if (removed === true || isEnded(status ?? 'new') || seen.has(row.key)) continue
    const isDaily = severity === 1 || severity === 2 || inboxReason(row, now) !== undefined
    if (isDaily && !isTouched(row, since)) left.push(row)
  }
  const rank = ({ values }: IssueRow) => values.severity ?? 4
  return left.sort((a, b) => rank(a) - rank(b)).map(({ key }) => key)
}

/** Whether somebody has changed it since: neither writing it down nor an import is a look at it. */
function isTouched({ heads, touched, first }: IssueRow, since: Instant): boolean {
  return touched !== first && !heads.imported(touched) && heads.at(touched) >= since
}
