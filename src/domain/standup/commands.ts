import type { Row } from '../merge/row'
import { fieldProblem, type Standup } from '../model/entities'
import { standupKey } from '../model/standup'
import type { Fields, Instant } from '../model/value'
import type { Day } from '../time/day'
import { formatDay } from '../time/format'
import type { IssueRow } from '../triage/as-of'
import { createIssue } from '../triage/commands'
import { calledKey } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused, together } from '../triage/plan'
import type { About } from './about'
import { type LineKind, lineWords, type SaidLine } from './lines'
import { type StandupRecord, standupRecord } from './record'

/** Name of a leader whom the laptop does not know. */
const somebody = 'Somebody'

/** What the laptop's user is called in a standup. */
export const leaderName = (userName: string) => userName.trim() || somebody

interface Leading {
  readonly day: Day
  readonly by: string
  readonly now: Instant
}

/** Begins the standup of a day, joins the one that another laptop began, or goes on with one that was ended. */
export function beginStandup(standing: Row<Standup> | undefined, { day, by, now }: Leading): Planned {
  const key = standupKey(day)
  const before = standing && standupRecord(standing)
  const fields: Fields = {}
  if (!before) Object.assign(fields, { day, removed: false })
  if (!before?.leaders.includes(by)) fields[`led:${by}`] = now
  for (const [field, value] of Object.entries(standing?.values ?? {}))
    if (field.startsWith('ended:') && value !== null) fields[field] = null
  const label = `Standup of ${formatDay(day)} ${before ? 'gone on with' : 'begun'}`
  return planned(label, [{ entity: 'standup', key, fields }])
}

/** @param roundUp what had changed, in the words in which it was shown */
export function endStandup(
  { key, day }: StandupRecord,
  { by, now, roundUp }: Omit<Leading, 'day'> & { readonly roundUp: string },
): Planned {
  const fields: Fields = { [`ended:${by}`]: now }
  if (roundUp !== '') fields[`roundUp:${by}`] = roundUp
  return planned(`Standup of ${formatDay(day)} ended`, [{ entity: 'standup', key, fields }])
}

export function setHere(
  { key, here }: StandupRecord,
  person: { readonly key: string; readonly name: string },
): Planned {
  const isHere = !here.has(person.key)
  const label = `${person.name} ${isHere ? 'is' : 'is not'} at the standup`
  return planned(label, [{ entity: 'standup', key, fields: { [`here:${person.key}`]: isHere } }])
}

export interface NewLine {
  /** A fresh random key. */
  readonly key: string
  readonly standup: string
  readonly about: About
  readonly kind: LineKind
  readonly text: string
  readonly author: string
  readonly now: Instant
  /** Of an action. */
  readonly owner?: string | null
  readonly dueOn?: Day | null
  readonly issue?: string
}

/** Writes down what was said. */
export function say(line: NewLine): Planned | Refused {
  const { key, standup, about, kind, author, now, issue } = line
  const text = line.text.trim()
  if (text === '') return refused(`Write down the ${lineWords[kind].toLowerCase()} first.`)
  const subject: Fields = about.kind === 'person' ? { person: about.person } : { topic: about.topic }
  const told: Fields = { standup, ...subject, ...(issue !== undefined && { issue }) }
  const label = `${lineWords[kind]} written down at the standup`
  const write = (entity: SaidLine['entity'], textField: string, fields: Fields) =>
    fieldProblem(entity, textField, text)
      ? refused('That is too long for one line.')
      : planned(label, [{ entity, key, fields: { [textField]: text, ...told, ...fields } }])
  if (kind === 'decision') return write('decision', 'title', { status: 'made', madeAt: now })
  const written = { author, writtenAt: now }
  if (kind !== 'action') return write('standupNote', 'text', { kind, ...written })
  return write('action', 'text', { owner: line.owner ?? null, dueOn: line.dueOn ?? null, ...written })
}

/** Says an action done or a blocker out of the way, or takes that back. */
export function setDone({ entity, key, kind, doneAt }: SaidLine, now: Instant): Planned | Refused {
  if (kind !== 'action' && kind !== 'blocker') return refused('Only actions and blockers can be done.')
  const isDone = doneAt === undefined
  const word = kind === 'action' ? (isDone ? 'done' : 'open again') : isDone ? 'cleared' : 'in the way again'
  const field = kind === 'action' ? 'doneAt' : 'clearedAt'
  return planned(`${lineWords[kind]} ${word}`, [{ entity, key, fields: { [field]: isDone ? now : null } }])
}

export function reword({ entity, key, kind, text }: SaidLine, typed: string): Planned | Refused {
  const wanted = typed.trim()
  if (wanted === '') return refused('A line needs words. Remove it instead.')
  if (wanted === text) return planned('Nothing changed', [])
  const field = entity === 'decision' ? 'title' : 'text'
  if (fieldProblem(entity, field, wanted)) return refused('That is too long for one line.')
  return planned(`${lineWords[kind]} worded anew`, [{ entity, key, fields: { [field]: wanted } }])
}

export function promise(
  { key }: SaidLine,
  { owner, dueOn }: { readonly owner: string | null; readonly dueOn: Day | null },
): Planned {
  return planned('Action promised anew', [{ entity: 'action', key, fields: { owner, dueOn } }])
}

export function removeLine({ entity, key, kind }: SaidLine): Planned {
  return planned(`${lineWords[kind]} removed`, [{ entity, key, fields: { removed: true } }])
}

const longestTitle = 200

export interface NewIssueOfLine {
  /** A fresh random key, and the next short key. */
  readonly key: string
  readonly shortKey: string
  readonly now: Instant
}

/** Makes an issue of a line, and the line tells of it from then on. */
export function lineToIssue(line: SaidLine, { key, shortKey, now }: NewIssueOfLine): Planned | Refused {
  if (line.issue !== undefined) return refused('This line is about an issue already.')
  const [first = ''] = line.text.split('\n')
  const isWhole = first === line.text && first.length <= longestTitle
  const issue = createIssue(
    key,
    shortKey,
    {
      title: first.slice(0, longestTitle),
      description: isWhole ? null : line.text,
      reporter: line.author,
      owner: line.owner ?? null,
    },
    now,
  )
  const link = planned('', [{ entity: line.entity, key: line.key, fields: { issue: key } }])
  return together(`Issue ${shortKey} made of a line of the standup`, [issue, link])
}

/** A line that tells of an issue. */
export function issueToLine(row: IssueRow, line: Omit<NewLine, 'text' | 'issue'>): Planned | Refused {
  const plan = say({ ...line, text: row.values.title || calledKey(row), issue: row.key })
  return plan.ok ? { ...plan, label: `${calledKey(row)} put on the standup` } : plan
}
