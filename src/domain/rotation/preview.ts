import { Heads } from '../merge/heads'
import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import type { Fields, Instant } from '../model/value'
import { coverageGaps } from './coverage'
import { readRota } from './read-rota'
import type { Rota, RotaTables } from './rota'
import type { Shift } from './shift'
import { shiftsBetween } from './shifts'
import { cut } from './span-line'
import { shiftsByPerson } from './stretch'

/** The rota as it would be with these written; nothing is written. */
export function rotaWith(tables: RotaTables, intents: readonly Intent[]): Rota {
  const changed: Record<string, unknown> = { ...tables }
  for (const { entity, key, fields } of intents) {
    if (!(entity in tables)) continue
    const rows = new Map(changed[entity] as ReadonlyMap<string, Row>)
    rows.set(key, withFields(rows.get(key) ?? emptyRow(key), fields))
    changed[entity] = rows
  }
  return readRota(changed as unknown as RotaTables)
}

const withFields = (row: Row, fields: Fields): Row => ({ ...row, values: { ...row.values, ...fields } })

function emptyRow(key: string): Row {
  const nothing = { states: undefined, sourced: undefined, overwritten: undefined, trail: undefined }
  return { key, values: {}, heads: new Heads(), first: 0, begun: 0, touched: 0, revision: 0, ...nothing }
}

/** What a change means for one person. */
export interface Effect {
  readonly person: string
  readonly gains: readonly Shift[]
  readonly loses: readonly Shift[]
  /** Milliseconds on shift, more or less. */
  readonly difference: number
}

export interface Effects {
  readonly people: readonly Effect[]
  /** Milliseconds for which a needed role has too few, before and after. */
  readonly gapsBefore: number
  readonly gapsAfter: number
}

/** What another rota would change in a period, in steps: who has other shifts, and whether more or less is left without cover. */
export function* effects(before: Rota, after: Rota, from: Instant, to: Instant): Generator<void, Effects> {
  const had = shiftsBetween(before, from, to)
  yield
  const has = shiftsBetween(after, from, to)
  yield
  const gapsBefore = sum(coverageGaps(before, from, to, had))
  yield
  const gapsAfter = sum(coverageGaps(after, from, to, has))
  yield
  const [kept, standing] = [new Set(had.map(sameShift)), new Set(has.map(sameShift))]
  const gains = shiftsByPerson(has.filter((shift) => !kept.has(sameShift(shift))))
  const loses = shiftsByPerson(had.filter((shift) => !standing.has(sameShift(shift))))
  const length = (shifts: readonly Shift[]) => sum(shifts.map((shift) => cut(shift, { from, to })))
  const people = [...new Set([...gains.keys(), ...loses.keys()])].map((person): Effect => {
    const [gained, lost] = [gains.get(person) ?? [], loses.get(person) ?? []]
    return { person, gains: gained, loses: lost, difference: length(gained) - length(lost) }
  })
  people.sort((a, b) => b.difference - a.difference || (a.person < b.person ? -1 : 1))
  return { people, gapsBefore, gapsAfter }
}

const sameShift = ({ key, person, from, to }: Shift) => `${key} ${person} ${from} ${to}`

function sum(spans: readonly ({ readonly from: Instant; readonly to: Instant } | undefined)[]): number {
  return spans.reduce((total, span) => total + (span ? span.to - span.from : 0), 0)
}
