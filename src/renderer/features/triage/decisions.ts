import { setPublish } from '@domain/bulletins/commands'
import type { Row } from '@domain/merge/row'
import type { Person } from '@domain/model/entities'
import type { IssueClass, OwningTeam, Rescue, Severity } from '@domain/model/issue'
import type { Instant } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import { assign, assignNewcomer, editField, editText, setSeverity } from '@domain/triage/commands'
import { mergeIntoDuplicate } from '@domain/triage/duplicates'
import { type StatusWish, setStatus } from '@domain/triage/issue-status'
import { calledKey } from '@domain/triage/list-columns'
import { resolvedBy, resolvedByText } from '@domain/triage/resolved-by'
import { classWords, teamWords } from '@domain/triage/words'
import type { Decision } from './triage-run'

/** Each decision of triage as what it writes and how the record tells it. */

type IssueOf = (key: string) => IssueRow | undefined

export const decideSeverity = (row: IssueRow, severity: Severity): Decision => ({
  plan: setSeverity(row, severity),
  words: `severity ${severity}`,
})

export const decideClass = (row: IssueRow, issueClass: IssueClass): Decision => ({
  plan: editField(row, 'class', issueClass),
  words: `class ${classWords[issueClass].toLowerCase()}`,
})

/** The other team; the project team first. */
export function decideTeam(row: IssueRow): Decision {
  const team: OwningTeam = row.values.team === 'project' ? 'steady-state' : 'project'
  return { plan: editField(row, 'team', team), words: `team ${teamWords[team].toLowerCase()}` }
}

export const decideOwner = (row: IssueRow, person: { key: string; name: string } | null): Decision => ({
  plan: assign(row, person),
  words: `owner ${person?.name ?? 'nobody'}`,
})

export const decideNewOwner = (
  row: IssueRow,
  name: string,
  people: ReadonlyMap<string, Row<Person>>,
): Decision => ({
  plan: assignNewcomer(row, name, people),
  words: `owner ${name}`,
})

export const decideWorkaround = (row: IssueRow, text: string, people: Iterable<Row<Person>>): Decision => ({
  plan: editText(row, 'workaround', text, people),
  words: `workaround ${text.trim() === '' ? 'cleared' : 'written'}`,
})

/** Told to users, or not any more; their words are written with the issue. */
export function decidePublish(row: IssueRow): Decision {
  const publish = row.values.publish !== true
  return { plan: setPublish(row, publish), words: publish ? 'told to users' : 'not told to users' }
}

/** Whoever has looked at it all is done: the issue leaves the inbox, whatever brought it there. */
export const decideTriaged = (row: IssueRow, now: Instant, issueOf: IssueOf): Decision => ({
  plan: setStatus(row, { status: 'triaged' }, now, issueOf),
  words: 'triaged',
  isDone: true,
})

export const decideDeclined = (row: IssueRow, reason: string, now: Instant, issueOf: IssueOf): Decision => ({
  plan: setStatus(row, { status: 'declined', reason }, now, issueOf),
  words: `declined: ${reason}`,
  isDone: true,
})

export const decideResolved = (
  row: IssueRow,
  rescue: Rescue | null,
  now: Instant,
  issueOf: IssueOf,
): Decision => ({
  plan: resolvedBy(row, rescue, now, issueOf),
  words: resolvedByText(rescue),
  isDone: true,
})

export const decideHold = (
  row: IssueRow,
  wish: Extract<StatusWish, { status: 'on-hold' }>,
  words: string,
  now: Instant,
  issueOf: IssueOf,
): Decision => ({
  plan: setStatus(row, wish, now, issueOf),
  words: `on hold: ${words}`,
  isDone: true,
})

export function decideMerge(row: IssueRow, original: string, now: Instant, issueOf: IssueOf): Decision {
  const kept = issueOf(original)
  return {
    plan: mergeIntoDuplicate(row, original, now, issueOf),
    words: `merged into ${kept ? calledKey(kept) : original}`,
    isDone: true,
  }
}
