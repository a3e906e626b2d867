import { begunAt, begunBy } from '../merge/apply'
import type { Row } from '../merge/row'
import type { Stamp } from '../merge/stamp'
import type { Action, Decision, StandupNote } from '../model/entities'
import type { NoteKind, StandupTopic } from '../model/standup-note'
import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import type { About } from './about'

export const lineKinds = ['note', 'blocker', 'decision', 'action'] as const
export type LineKind = (typeof lineKinds)[number]

export const lineWords: Readonly<Record<LineKind, string>> = {
  note: 'Note',
  blocker: 'Blocker',
  decision: 'Decision',
  action: 'Action',
}

/** Whatever was said at a standup, of any entity, as one kind of line. */
export interface SaidLine {
  readonly entity: 'standupNote' | 'decision' | 'action'
  readonly key: string
  readonly kind: LineKind
  readonly text: string
  readonly about: About
  /** Key of the standup; undefined for what was written elsewhere. */
  readonly standup: string | undefined
  readonly issue: string | undefined
  readonly author: string
  readonly at: Instant
  /** Tells lines of one moment apart, in the order in which they were written. */
  readonly stamp: Stamp
  /** Of an action, who does it and until when. */
  readonly owner: string | undefined
  readonly dueOn: Day | undefined
  /** When an action was done or a blocker out of the way. */
  readonly doneAt: Instant | undefined
}

export interface LineTables {
  readonly notes: ReadonlyMap<string, Row<StandupNote>>
  readonly actions: ReadonlyMap<string, Row<Action>>
  readonly decisions: ReadonlyMap<string, Row<Decision>>
}

/** Every line that was ever said and every action, in the order in which they were written. */
export function everyLine({ notes, actions, decisions }: LineTables): SaidLine[] {
  const lines = [
    ...[...notes.values()].flatMap(noteLine),
    ...[...actions.values()].flatMap(actionLine),
    ...[...decisions.values()].flatMap(decisionLine),
  ]
  return lines.sort((a, b) => a.at - b.at || (a.stamp < b.stamp ? -1 : 1))
}

/** What is still to be done or in the way. */
export const isOpenLine = ({ kind, doneAt }: SaidLine): boolean =>
  (kind === 'action' || kind === 'blocker') && doneAt === undefined

export const isOverdue = (line: SaidLine, today: Day): boolean =>
  isOpenLine(line) && line.dueOn !== undefined && line.dueOn < today

function noteLine(row: Row<StandupNote>): SaidLine[] {
  const { kind, text, clearedAt, removed } = row.values
  if (removed === true || !text) return []
  const noteKind: NoteKind = kind ?? 'note'
  return [{ ...lineOf('standupNote', noteKind, text, row), doneAt: clearedAt ?? undefined }]
}

function actionLine(row: Row<Action>): SaidLine[] {
  const { text, owner, dueOn, doneAt, removed } = row.values
  if (removed === true || !text) return []
  return [
    {
      ...lineOf('action', 'action', text, row),
      owner: owner ?? undefined,
      dueOn: dueOn ?? undefined,
      doneAt: doneAt ?? undefined,
    },
  ]
}

/** Only those of a standup: the others are in the register. */
function decisionLine(row: Row<Decision>): SaidLine[] {
  const { title, standup, removed } = row.values
  return removed === true || !title || !standup ? [] : [lineOf('decision', 'decision', title, row)]
}

interface Said {
  readonly standup?: string | null
  readonly person?: string | null
  readonly topic?: StandupTopic | null
  readonly issue?: string | null
  readonly author?: string | null
  readonly writtenAt?: Instant | null
}

function lineOf(entity: SaidLine['entity'], kind: LineKind, text: string, row: Row<Said>): SaidLine {
  const { standup, person, topic, issue, author, writtenAt } = row.values
  return {
    entity,
    key: row.key,
    kind,
    text,
    about: person ? { kind: 'person', person } : { kind: 'topic', topic: topic ?? 'other' },
    standup: standup ?? undefined,
    issue: issue ?? undefined,
    author: author ?? begunBy(row),
    at: writtenAt ?? begunAt(row),
    stamp: row.heads.stamp(row.begun),
    owner: undefined,
    dueOn: undefined,
    doneAt: undefined,
  }
}
