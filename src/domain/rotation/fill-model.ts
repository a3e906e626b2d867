import type { Span } from '../time/support-calendar'
import { dutyOf, excessOf, fatigueRules } from './fatigue'
import { type FillModel, type FillQuestion, shiftIn } from './fill-question'
import { shareOut } from './fill-shares'
import { LinearProgram, type Term } from './linear-program'
import type { Slot } from './open-slots'
import { longestStretchHours, type ShiftLimits } from './shift-limits'
import { daysOf, overlap, timeWithin } from './stretch'

const hour = 3_600_000
const weekLength = 7
/** An hour without cover outweighs any unfairness. */
const uncoveredCost = 10_000
const changeCost = 1

/** Who can have a slot beside all that is fixed: present, in the role, not on twice, and no rule broken by more. */
export function candidates(question: FillQuestion): string[][] {
  const { slots, fixed, helpers, limits, days } = question
  const own = new Map(
    helpers.map(({ person }) => {
      const shifts = fixed.filter((shift) => shift.person === person)
      return [person, { shifts, excess: excessOf(dutyOf(person, shifts, limits, days), limits) }]
    }),
  )
  return slots.map((slot, place) =>
    helpers
      .filter(({ person, roles, isThere }) => {
        const before = own.get(person)
        if (!before || !roles.has(slot.role) || !isThere(slot.from, slot.to)) return false
        if (before.shifts.some((shift) => shift.from < slot.to && slot.from < shift.to)) return false
        const shifts = [...before.shifts, shiftIn(slot, place, person)]
        const after = excessOf(dutyOf(person, shifts, limits, days), limits)
        return fatigueRules.every((rule) => after[rule] <= before.excess[rule])
      })
      .map(({ person }) => person),
  )
}

export function fillModel(question: FillQuestion, allowed: readonly (readonly string[])[]): FillModel {
  const { slots, helpers } = question
  const program = new LinearProgram()
  const columns = slots.map((slot, place) => {
    const own = new Map<string, number>()
    for (const person of allowed[place] ?? [])
      own.set(person, program.column(slot.current && slot.current !== person ? changeCost : 0, 1, true))
    const uncovered = program.column((uncoveredCost * (slot.to - slot.from)) / hour, 1)
    const terms = [...own.values(), uncovered].map((column) => ({ column, times: 1 }))
    program.constrain(terms, { lower: 1, upper: 1 })
    return own
  })
  const model = { program, columns }
  for (const { person } of helpers) {
    const own = slots.flatMap((slot, place) => {
      const column = columns[place]?.get(person)
      return column === undefined ? [] : [{ slot, column }]
    })
    if (own.length > 0) constrainPerson(model, question, person, own)
  }
  shareOut(model, question)
  return model
}

interface Chance {
  readonly slot: Slot
  readonly column: number
}

function constrainPerson(
  { program }: FillModel,
  question: FillQuestion,
  person: string,
  own: readonly Chance[],
): void {
  const { fixed, limits, days } = question
  const counts = ({ role }: Slot) => limits.onCallCounts || role !== 'on-call'
  const counted = own.filter(({ slot }) => counts(slot))
  const stretches = dutyOf(
    person,
    fixed.filter((shift) => shift.person === person),
    limits,
    days,
  ).stretches
  const exclude = (a: Slot, b: Slot) =>
    (a.from < b.to && b.from < a.to) || (counts(a) && counts(b) && !haveRest(a, b, limits))
  keepApart(program, own, exclude)

  const worked = new Set(stretches.flatMap((stretch) => daysOf(stretch, days)))
  const byDay = new Map<number, Chance[]>()
  for (const chance of counted)
    for (const day of daysOf(chance.slot, days)) {
      const there = byDay.get(day)
      if (there) there.push(chance)
      else byDay.set(day, [chance])
    }
  keepDaysOff(program, worked, byDay, limits.daysInRow, exclude)

  const [first, last] = [
    days.placeOf(counted[0]?.slot.from ?? 0) - weekLength,
    days.placeOf(counted.at(-1)?.slot.to ?? 0),
  ]
  for (let day = Math.max(0, first); counted.length > 0 && day <= last; day++) {
    const [from, to] = [days.startOf(day), days.startOf(day + weekLength)]
    const terms = counted.flatMap(({ slot, column }) => termOf(column, overlap(slot, from, to) / hour))
    const upper = Math.max(0, limits.weekHours - timeWithin(stretches, from, to) / hour)
    program.constrain(terms, { upper })
  }
}

const termOf = (column: number, times: number): Term[] => (times > 0 ? [{ column, times }] : [])

/** Whether two slots of one person leave the rest, or are one day's work. */
function haveRest(a: Span, b: Span, limits: ShiftLimits): boolean {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a]
  const isOneDay = Math.max(first.to, second.to) - first.from <= longestStretchHours(limits) * hour
  return isOneDay || second.from - first.to >= limits.restHours * hour
}

type Exclude = (a: Slot, b: Slot) => boolean

/** Of slots that exclude each other at most one; those that all do are told together, and never again as a part of others. */
function keepApart(program: LinearProgram, own: readonly Chance[], exclude: Exclude): void {
  const told = new Map<Chance, Set<Chance>[]>()
  for (const [place, chance] of own.entries()) {
    const others: Chance[] = []
    for (const other of own.slice(place + 1)) {
      if (other.slot.from - chance.slot.to > 2 * 24 * hour) break
      if (exclude(chance.slot, other.slot)) others.push(other)
    }
    for (const together of excludingGroups(others, exclude)) {
      if (told.get(chance)?.some((known) => together.every((other) => known.has(other)))) continue
      const all = new Set([chance, ...together])
      for (const one of all) {
        const known = told.get(one)
        if (known) known.push(all)
        else told.set(one, [all])
      }
      program.constrain(
        [...all].map(({ column }) => ({ column, times: 1 })),
        { upper: 1 },
      )
    }
  }
}

/** Parted so that those of a group all exclude each other. */
function excludingGroups(chances: readonly Chance[], exclude: Exclude): Chance[][] {
  const groups: Chance[][] = []
  for (const chance of chances) {
    const group = groups.find((group) => group.every(({ slot }) => exclude(slot, chance.slot)))
    if (group) group.push(chance)
    else groups.push([chance])
  }
  return groups
}

/** In any days in a row, one more than allowed, at least one off. */
function keepDaysOff(
  program: LinearProgram,
  worked: ReadonlySet<number>,
  byDay: ReadonlyMap<number, readonly Chance[]>,
  most: number,
  exclude: Exclude,
): void {
  const dayColumns = new Map<number, number>()
  for (const [day, chances] of byDay) {
    if (worked.has(day)) continue
    const dayColumn = program.column(0, 1)
    dayColumns.set(day, dayColumn)
    for (const group of excludingGroups(chances, exclude))
      program.constrain(
        [{ column: dayColumn, times: 1 }, ...group.map(({ column }) => ({ column, times: -1 }))],
        { lower: 0 },
      )
  }
  const starts = new Set(
    [...dayColumns.keys()].flatMap((day) => Array.from({ length: most + 1 }, (_, back) => day - back)),
  )
  for (const start of [...starts].sort((a, b) => a - b)) {
    const run = Array.from({ length: most + 1 }, (_, ahead) => start + ahead)
    const had = run.filter((day) => worked.has(day)).length
    const terms = run.flatMap((day) => termOf(dayColumns.get(day) ?? -1, dayColumns.has(day) ? 1 : 0))
    if (had + terms.length > most) program.constrain(terms, { upper: Math.max(0, most - had) })
  }
}

/** No such set of slots together for this person: found to break a rule that pairs of slots do not tell. */
export function forbid({ program, columns }: FillModel, person: string, places: readonly number[]): void {
  const terms = places.flatMap((place) =>
    termOf(columns[place]?.get(person) ?? -1, columns[place]?.has(person) ? 1 : 0),
  )
  program.constrain(terms, { upper: terms.length - 1 })
}
