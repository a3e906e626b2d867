import { begunAt } from '../merge/apply'
import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import type { Action, Decision, Risk } from '../model/entities'
import type { Instant, Value } from '../model/value'
import { exposureOf } from '../registers/risks'
import { type StandupRecord, standupRecords } from '../standup/record'
import type { Day } from '../time/day'
import { dayOf } from '../time/zone'
import type { Redact } from './redacting'

/** What a report reads of risks, decisions, actions and standups. */
export interface RhythmReading {
  /** Open at its instant, what presses most first. */
  readonly risks: readonly Row<Risk>[]
  /** Made within its period, the latest first. */
  readonly decisionsMade: readonly Row<Decision>[]
  /** Open at its instant, the first to fall due first. */
  readonly actions: readonly Row<Action>[]
  readonly overdue: readonly Row<Action>[]
  /** Held within its period. */
  readonly standups: readonly StandupRecord[]
}

const pressure = { high: 0, medium: 1, low: 2 } as const

/** As of an instant: when something was raised, done or closed is known, every other field only as it is now. */
export function readRhythm(
  replica: Replica,
  { asOf, since, zone }: { readonly asOf: Instant; readonly since: Instant; readonly zone: string },
  redact: Redact | undefined,
): RhythmReading {
  const today = dayOf(asOf, zone)
  const hushed = <V extends object>(row: Row<V>, ...fields: readonly (keyof V)[]) =>
    redact ? withoutNames(row, fields, redact) : row
  const actions = [...replica.rows('action').values()]
    .filter(({ values }) => values.removed !== true && Boolean(values.text))
    .filter((row) => (row.values.writtenAt ?? begunAt(row)) <= asOf && isStillOpen(row.values.doneAt, asOf))
    .sort(byDue)
    .map((row) => hushed(row, 'text'))
  return {
    risks: [...replica.rows('risk').values()]
      .filter(({ values }) => values.removed !== true)
      .filter((row) => (row.values.raisedAt ?? begunAt(row)) <= asOf && isStillOpen(row.values.endedAt, asOf))
      .sort((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1))
      .map((row) => hushed(row, 'title', 'mitigation')),
    decisionsMade: [...replica.rows('decision').values()]
      .filter(({ values }) => values.removed !== true && values.status === 'made')
      .filter(({ values }) => values.madeAt != null && values.madeAt > since && values.madeAt <= asOf)
      .sort((a, b) => (b.values.madeAt ?? 0) - (a.values.madeAt ?? 0))
      .map((row) => hushed(row, 'title', 'outcome')),
    actions,
    overdue: actions.filter(({ values }) => isPast(values.dueOn, today)),
    standups: standupRecords(replica.rows('standup').values()).filter(
      ({ startedAt }) => startedAt > since && startedAt <= asOf,
    ),
  }
}

const isStillOpen = (endedAt: Instant | null | undefined, asOf: Instant) => endedAt == null || endedAt > asOf
const isPast = (day: Day | null | undefined, today: Day) => day != null && day < today

function rankOf({ values }: Row<Risk>): number {
  const exposure = exposureOf(values)
  return exposure === undefined ? 3 : pressure[exposure]
}

function byDue(a: Row<Action>, b: Row<Action>): number {
  const [first, second] = [a.values.dueOn ?? '~', b.values.dueOn ?? '~']
  if (first !== second) return first < second ? -1 : 1
  return a.key < b.key ? -1 : 1
}

function withoutNames<V extends object>(row: Row<V>, fields: readonly (keyof V)[], redact: Redact): Row<V> {
  const told = fields.flatMap((field): [keyof V, Value][] => {
    const text = row.values[field]
    return typeof text === 'string' ? [[field, redact(text)]] : []
  })
  return { ...row, values: { ...row.values, ...Object.fromEntries(told) } }
}
