import { mentionFields, mentionsIn } from '../mentions/mentions'
import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import { fieldProblem, type Issue, type Person } from '../model/entities'
import type { Severity } from '../model/issue'
import { personKeyFromName } from '../model/person'
import type { Fields, Instant, Value } from '../model/value'
import type { IssueRow } from './as-of'
import { fieldLabel } from './issue-fields'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'

/**
 * What people do to issues besides moving them (`issue-status.ts`): each takes what stands and what is wanted,
 * and gives what to write or why not. Nothing is written here.
 */

/** Fields that have their own command, because others hang on them, or that only sources write. */
export type GuardedField =
  | 'status'
  | 'holdReason'
  | 'duplicateOf'
  | 'declineReason'
  | 'removed'
  | 'sourceUpdatedAt'
export type EditableField = Exclude<keyof Issue, GuardedField | `${string}:${string}`>

const issueIntent = (key: string, fields: Fields): Intent => ({ entity: 'issue', key, fields })

/** Writes one field. Text is trimmed; empty text is nothing. */
export function editField<F extends EditableField>(
  row: IssueRow,
  field: F,
  wanted: Exclude<Issue[F], undefined>,
): Planned | Refused {
  const value = emptyAsNull(wanted)
  if (field === 'title' && value === null) return refused('An issue needs a title.')
  if ((row.values[field] ?? null) === value) return planned('Nothing changed', [])
  const problem = fieldProblem('issue', field, value)
  if (problem) return refused(`${fieldLabel(field)} cannot hold that value.`)
  const label = `${fieldLabel(field)} of ${calledKey(row)} ${value === null ? 'cleared' : 'changed'}`
  return planned(label, [issueIntent(row.key, { [field]: value })])
}

/** Texts of an issue in which people can be mentioned. */
export const issueTexts = ['description', 'workaround', 'fixNote'] as const
export type IssueText = (typeof issueTexts)[number]

/** Writes one of the long texts, and who is mentioned in any of them afterwards. */
export function editText(
  row: IssueRow,
  field: IssueText,
  text: string,
  people: Iterable<Row<Person>>,
): Planned | Refused {
  const plan = editField(row, field, text)
  if (!plan.ok || plan.intents.length === 0) return plan
  const texts = issueTexts.map((other) => (other === field ? text : (row.values[other] ?? '')))
  const fields = mentionFields(row.values, mentionsIn(texts.join('\n'), people))
  return planned(
    plan.label,
    plan.intents.map((intent) => ({ ...intent, fields: { ...intent.fields, ...fields } })),
  )
}

export function setSeverity(row: IssueRow, severity: Severity | null): Planned {
  if ((row.values.severity ?? null) === severity) return planned('Nothing changed', [])
  const label = `Severity of ${calledKey(row)} ${severity === null ? 'cleared' : `set to ${severity}`}`
  return planned(label, [issueIntent(row.key, { severity })])
}

/** Gives the issue to a person, or to nobody. */
export function assign(row: IssueRow, person: { key: string; name: string } | null): Planned {
  if ((row.values.owner ?? null) === (person?.key ?? null)) return planned('Nothing changed', [])
  const label = person ? `${calledKey(row)} given to ${person.name}` : `Owner of ${calledKey(row)} cleared`
  return planned(label, [issueIntent(row.key, { owner: person?.key ?? null })])
}

/** Gives the issue to somebody by name, and puts them on the list of people where nobody there is called so. */
export function assignNewcomer(
  row: IssueRow,
  typedName: string,
  people: ReadonlyMap<string, Row<Person>>,
): Planned | Refused {
  const name = typedName.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (name === '') return refused('Type the name of the person.')
  const key = personKeyFromName(name)
  const known = knownPerson(key, people)
  if (known?.values.leftOn != null) return refused(`${known.values.name ?? name} has left.`)
  if (known) return assign(row, { key: known.key, name: known.values.name ?? name })
  const fields: Fields = {
    name,
    removed: false,
    ...(people.get(key)?.values.leftOn != null && { leftOn: null }),
  }
  return planned(`${calledKey(row)} given to ${name}`, [
    { entity: 'person', key, fields },
    issueIntent(row.key, { owner: key }),
  ])
}

/** Whoever on the list is called so today, or was when they were put there. */
function knownPerson(key: string, people: ReadonlyMap<string, Row<Person>>): Row<Person> | undefined {
  const here = [...people.values()].filter(({ values }) => values.removed !== true)
  return (
    here.find(({ values }) => personKeyFromName(values.name ?? '') === key) ??
    here.find((person) => person.key === key)
  )
}

const longestTag = 100

/** A tag as it is kept, from what was typed. */
export const tagFrom = (typed: string): string => typed.normalize('NFC').trim().replace(/\s+/gu, ' ')

export function addTag(row: IssueRow, typed: string): Planned | Refused {
  const tag = tagFrom(typed)
  if (tag === '') return refused('Type the tag.')
  if (tag.length > longestTag) return refused(`A tag can have ${longestTag} characters at most.`)
  if (row.values[`tag:${tag}`] === true) return planned('Nothing changed', [])
  return planned(`${calledKey(row)} tagged ${tag}`, [issueIntent(row.key, { [`tag:${tag}`]: true })])
}

export function removeTag(row: IssueRow, tag: string): Planned {
  if (row.values[`tag:${tag}`] !== true) return planned('Nothing changed', [])
  return planned(`Tag ${tag} taken off ${calledKey(row)}`, [issueIntent(row.key, { [`tag:${tag}`]: false })])
}

export interface NewComment {
  /** A fresh random key. */
  readonly key: string
  readonly author: string
  readonly text: string
  readonly now: Instant
  /** Those who can be mentioned. */
  readonly people?: Iterable<Row<Person>>
}

export function addComment(row: IssueRow, comment: NewComment): Planned | Refused {
  const { key, author, text, now, people = [] } = comment
  if (text.trim() === '') return refused('The comment is empty.')
  const fields: Fields = { issue: row.key, author, text: text.trim(), writtenAt: now, origin: 'typed' }
  const problem = fieldProblem('comment', 'text', fields.text ?? null)
  if (problem) return refused('The comment is too long.')
  Object.assign(fields, mentionFields({}, mentionsIn(text, people)))
  return planned(`Comment written on ${calledKey(row)}`, [{ entity: 'comment', key, fields }])
}

export type NewIssue = Pick<
  Issue,
  | 'title'
  | 'description'
  | 'reporter'
  | 'reporterUnit'
  | 'severity'
  | 'class'
  | 'channel'
  | 'component'
  | 'processArea'
  | 'owner'
  | 'team'
>

/** @param key a fresh random key; `shortKey` comes from `nextShortKey`. */
export function createIssue(key: string, shortKey: string, typed: NewIssue, now: Instant): Planned | Refused {
  const fields: Fields = {}
  for (const [field, value] of Object.entries(typed)) {
    const kept = emptyAsNull(value ?? null)
    if (kept === null) continue
    if (fieldProblem('issue', field, kept)) return refused(`${fieldLabel(field)} cannot hold that value.`)
    fields[field] = kept
  }
  if (fields.title === undefined) return refused('An issue needs a title.')
  if (fields.severity !== undefined) fields.reportedSeverity = fields.severity
  return planned(`Issue ${shortKey} written`, [
    issueIntent(key, { shortKey, ...fields, status: 'new', raisedAt: now }),
  ])
}

/** Takes the issue out of every list and figure. Its history stays, and undo brings it back. */
export function removeIssue(row: IssueRow): Planned {
  return planned(`Issue ${calledKey(row)} removed`, [issueIntent(row.key, { removed: true })])
}

function emptyAsNull(value: Value): Value {
  if (typeof value !== 'string') return value
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}
