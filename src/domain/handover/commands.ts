import type { Intent } from '../merge/intent'
import { fieldProblem, type HandoverItem, type KnowledgeSession } from '../model/entities'
import type { HandoverAnswer } from '../model/handover-item'
import type { Fields, Instant, Value } from '../model/value'
import { nothingToDo, type Planned, planned, type Refused, refused } from '../triage/plan'
import {
  attendeeField,
  attendeesOf,
  type HandoverItemRow,
  type HandoverLine,
  type ItemLine,
  type KnowledgeSessionRow,
  ownershipKey,
} from './lines'
import { kindWords } from './words'

/** What somebody types of one thing that is handed over. `dueOn` is a day or ''. */
export interface ItemForm {
  readonly kind: ItemLine['kind']
  readonly title: string
  readonly givenBy: string
  readonly takenBy: string
  readonly detail: string
  readonly workaround: string
  readonly place: string
  readonly dueOn: string
}

/** What somebody types of a knowledge session. */
export interface SessionForm {
  readonly title: string
  readonly givenBy: string
  readonly plannedOn: string
  readonly attendees: readonly string[]
  readonly place: string
  readonly detail: string
}

const shown = 80
const called = (title: string) => `“${title.slice(0, shown)}”`

export function itemForm(line: ItemLine): ItemForm {
  const values: HandoverItem = line.row?.values ?? draftOf(line)
  return {
    kind: line.kind,
    title: values.title ?? '',
    givenBy: values.givenBy ?? '',
    takenBy: values.takenBy ?? '',
    detail: values.detail ?? '',
    workaround: values.workaround ?? '',
    place: values.place ?? '',
    dueOn: values.dueOn ?? '',
  }
}

export function sessionForm(row: KnowledgeSessionRow): SessionForm {
  const { title, givenBy, plannedOn, place, detail } = row.values
  return {
    title: title ?? '',
    givenBy: givenBy ?? '',
    plannedOn: plannedOn ?? '',
    attendees: attendeesOf(row),
    place: place ?? '',
    detail: detail ?? '',
  }
}

/**
 * Writes one thing down, or what has changed of it. A component goes by its name, so that two laptops that write down
 * the same one hold the same row.
 * @param line what it is written over: a row, or what was only needed
 * @param freshKey a random key, for what is new
 */
export function saveItem(
  form: ItemForm,
  line: ItemLine | undefined,
  standing: ReadonlyMap<string, HandoverItemRow>,
  freshKey: string,
): Planned | Refused {
  const title = form.title.trim()
  if (title === '') return refused(`Say what it is: a ${kindWords[form.kind].one.toLowerCase()} needs words.`)
  const key = line?.key ?? (form.kind === 'ownership' ? ownershipKey(title) : freshKey)
  const row = standing.get(key)
  if (!line && row && row.values.removed !== true) return refused(`${called(title)} is on the list already.`)
  const wanted: Fields = {
    ...(line && !line.row ? draftOf(line) : {}),
    kind: form.kind,
    title,
    givenBy: orNothing(form.givenBy),
    takenBy: orNothing(form.takenBy),
    detail: orNothing(form.detail),
    workaround: orNothing(form.workaround),
    place: orNothing(form.place),
    dueOn: form.dueOn || null,
    removed: row?.values.removed === true ? false : null,
  }
  const label = `${kindWords[form.kind].one} ${called(title)} ${line?.row ? 'changed' : 'written down'}`
  return saved('handoverItem', key, wanted, row?.values ?? {}, label)
}

/** Writes a session down, or what has changed of it, attendees one by one. */
export function saveSession(
  form: SessionForm,
  row: KnowledgeSessionRow | undefined,
  freshKey: string,
): Planned | Refused {
  const title = form.title.trim()
  if (title === '') return refused('Say what is shown.')
  const wanted: Fields = {
    title,
    givenBy: orNothing(form.givenBy),
    plannedOn: form.plannedOn || null,
    place: orNothing(form.place),
    detail: orNothing(form.detail),
  }
  const attendees = new Set(form.attendees.map((name) => name.trim()).filter((name) => name !== ''))
  for (const name of row ? attendeesOf(row) : [])
    if (!attendees.has(name)) wanted[attendeeField(name)] = false
  for (const name of attendees) wanted[attendeeField(name)] = true
  const label = `Knowledge session ${called(title)} ${row ? 'changed' : 'planned'}`
  return saved('knowledgeSession', row?.key ?? freshKey, wanted, row?.values ?? {}, label)
}

/** Held at an instant, or not held after all. */
export function setHeld(row: KnowledgeSessionRow, heldAt: Instant | null): Planned {
  const label = `Knowledge session ${called(row.values.title ?? '')} ${heldAt === null ? 'not held after all' : 'held'}`
  return planned(label, [{ entity: 'knowledgeSession', key: row.key, fields: { heldAt } }])
}

/** What somebody says to what is handed over to them, by name. */
export interface Answer {
  readonly answer: HandoverAnswer
  readonly by: string
  readonly note: string
}

/** Accepts or declines lines, those that nobody has written down among them. Why something is declined must be said. */
export function answerLines(
  lines: readonly HandoverLine[],
  { answer, by, note }: Answer,
  now: Instant,
): Planned | Refused {
  const name = by.trim()
  if (lines.length === 0) return refused('There is nothing to accept.')
  if (name === '') return refused('Say who accepts or declines: it stands by name.')
  if (answer === 'declined' && note.trim() === '') return refused('Say why: whoever mends it has to know.')
  if (fieldProblem('handoverItem', 'answeredBy', name) || fieldProblem('handoverItem', 'answerNote', note))
    return refused('That is too long.')
  const fields = { answer, answeredBy: name, answeredAt: now, answerNote: orNothing(note) }
  const what = lines.length === 1 ? called(lines[0]?.title ?? '') : `${lines.length} lines`
  return planned(
    `${what} ${answer} by ${name}`,
    lines.map((line) => intentFor(line, fields)),
  )
}

/** Nobody has accepted or declined it after all. */
export function takeAnswerBack(line: HandoverLine): Planned | Refused {
  if (!line.row || line.answer === undefined) return refused('Nobody has accepted or declined it.')
  const fields = { answer: null, answeredBy: null, answeredAt: null, answerNote: null }
  return planned(`${called(line.title)} is neither accepted nor declined`, [intentFor(line, fields)])
}

/** Writes down what the issues say is needed. */
export function writeProposed(lines: readonly HandoverLine[]): Planned | Refused {
  const proposed = lines.filter((line) => line.row === undefined)
  if (proposed.length === 0) return nothingToDo('Everything that the issues name is on the list already.')
  const label = `${proposed.length} ${proposed.length === 1 ? 'line' : 'lines'} drafted from the issues`
  return planned(
    label,
    proposed.map((line) => intentFor(line, {})),
  )
}

/** Takes a line off; what was only needed is then left out for good. */
export function removeLine(line: HandoverLine): Planned {
  return planned(`${called(line.title)} taken off the handover`, [intentFor(line, { removed: true })])
}

function intentFor(line: HandoverLine, fields: Fields): Intent {
  const entity = line.kind === 'session' ? 'knowledgeSession' : 'handoverItem'
  const draft = line.kind !== 'session' && !line.row ? draftOf(line) : {}
  return { entity, key: line.key, fields: { ...draft, ...fields } }
}

/** What a line that is only needed says once it is written down. */
function draftOf({ kind, title, issue }: ItemLine): Fields & HandoverItem {
  if (!issue) return { kind, title }
  const ofIssue = { kind, title, issue: issue.key }
  if (kind !== 'known-error') return ofIssue
  const { description, workaround } = issue.values
  return { ...ofIssue, detail: orNothing(description ?? ''), workaround: orNothing(workaround ?? '') }
}

const orNothing = (text: string) => text.trim() || null

/** Only what differs is written, so that two laptops may change one row in two fields. */
function saved(
  entity: 'handoverItem' | 'knowledgeSession',
  key: string,
  wanted: Fields,
  standing: HandoverItem | KnowledgeSession,
  label: string,
): Planned | Refused {
  const before = standing as Readonly<Record<string, Value | undefined>>
  const fields: Fields = {}
  for (const [field, value] of Object.entries(wanted)) {
    if ((before[field] ?? null) === value) continue
    if (fieldProblem(entity, field, value)) return refused('A text is too long, or the day is none.')
    fields[field] = value
  }
  return planned(label, [{ entity, key, fields }])
}
