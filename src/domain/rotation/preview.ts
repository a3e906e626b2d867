import { Heads } from '../merge/heads'
import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import type { Fields, Instant } from '../model/value'
import { coverageGaps } from './coverage'
import { readRota } from './read-rota'
import type { Rota, RotaTables } from './rota'
import type { Shift } from './shift'
import { shiftsBetween } from './shifts'
import { cut, type Span } from './span-line'
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
  const [stood, stands] = [placesOf(had, { from, to }), placesOf(has, { from, to })]
  const [kept, standing] = [new Set(stood.map(samePlace)), new Set(stands.map(samePlace))]
  const gains = shiftsByPerson(stands.filter((shift) => !kept.has(samePlace(shift))))
  const loses = shiftsByPerson(stood.filter((shift) => !standing.has(samePlace(shift))))
  const people = [...new Set([...gains.keys(), ...loses.keys()])].map((person): Effect => {
    const [gained, lost] = [gains.get(person) ?? [], loses.get(person) ?? []]
    return { person, gains: gained, loses: lost, difference: sum(gained) - sum(lost) }
  })
  people.sort((a, b) => b.difference - a.difference || (a.person < b.person ? -1 : 1))
  return { people, gapsBefore, gapsAfter }
}

/** Who is where within a time: a turn that a change only cuts in two, or that has begun before, is the same as before. */
function placesOf(shifts: readonly Shift[], period: Span): Shift[] {
  const places: Shift[] = []
  const last = new Map<string, number>()
  for (const shift of shifts) {
    const part = cut(shift, period)
    if (!part) continue
    const place = `${part.rotation} ${part.person}`
    const before = places[last.get(place) ?? -1]
    if (before?.to === part.from) places[last.get(place) as number] = { ...before, to: part.to }
    else last.set(place, places.push(part) - 1)
  }
  return places
}

const samePlace = ({ rotation, role, person, from, to }: Shift) =>
  `${rotation} ${role} ${person} ${from} ${to}`

function sum(spans: readonly ({ readonly from: Instant; readonly to: Instant } | undefined)[]): number {
  return spans.reduce((total, span) => total + (span ? span.to - span.from : 0), 0)
}
