import { standsSince } from '../merge/apply'
import type { Row } from '../merge/row'
import type { Comment } from '../model/entities'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { mentionField, mentions } from './mentions'

const readBetweenYields = 5_000

export interface MentioningTables {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly comments: ReadonlyMap<string, Row<Comment>>
}

/**
 * Keys of the issues in which somebody is mentioned, in a text of the issue or in a comment on it; in steps.
 * @param since counts only what became known after it
 */
export function* mentioningIssues(
  { issues, comments }: MentioningTables,
  person: string,
  since: Instant = -Infinity,
): Generator<void, Set<string>> {
  const found = new Set<string>()
  let read = 0
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    if (row.values.removed || !mentions(row.values, person)) continue
    if (standsSince(row, mentionField(person)) > since) found.add(row.key)
  }
  for (const { values, heads, first } of comments.values()) {
    if (++read % readBetweenYields === 0) yield
    if (values.removed || !values.issue || !mentions(values, person) || heads.knownAt(first) <= since)
      continue
    const issue = issues.get(values.issue)
    if (issue && !issue.values.removed) found.add(issue.key)
  }
  return found
}
