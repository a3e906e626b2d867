import { DayIndex } from '../time/day-index'
import type { SupportCalendar } from '../time/support-calendar'
import { nightsOf, type ShareOfRota, sharesOfRota } from './fairness'
import { breachesOf, dutyOf, excessOf, type FatigueRule, fatigueRules } from './fatigue'
import { candidates, fillModel, forbid } from './fill-model'
import { type FillModel, type FillQuestion, shiftIn } from './fill-question'
import type { Solve } from './linear-program'
import { type FillKind, openSlots, type Slot } from './open-slots'
import type { Rota } from './rota'
import type { Shift } from './shift'
import type { ShiftLimits } from './shift-limits'
import { shiftsBetween } from './shifts'
import type { Span } from './span-line'
import type { Helper } from './suggested-swap'

/** Why somebody in the role does not have a slot that nobody has. */
export type WhyNot = 'away' | 'on' | FatigueRule | 'not-found'

export interface Filled {
  readonly slot: Slot
  readonly person: string
}

export interface Unfilled {
  readonly slot: Slot
  /** Of everybody in the role; none where nobody is in it. */
  readonly whyNot: readonly { readonly person: string; readonly why: WhyNot }[]
}

/** A rota that is proposed and changes nothing. */
export interface Proposal {
  readonly slots: number
  /** Those whose place changes. */
  readonly filled: readonly Filled[]
  readonly unfilled: readonly Unfilled[]
  readonly before: readonly ShareOfRota[]
  readonly after: readonly ShareOfRota[]
  /** Whether no fairer one was left to be found. */
  readonly isBest: boolean
}

export interface FillRequest extends Span {
  readonly kind: FillKind
}

/** More choices than these take longer than anybody waits. */
export const mostChoices = 20_000
/** Sets of shifts that break a rule only together are rare; each round excludes those that were found. */
const mostRounds = 12

const week = 8 * 24 * 3_600_000

/**
 * Proposes who takes what is open in a period, keeping all rules and sharing out hours, hours outside of support and
 * nights; undefined where there is more to choose from than can be. The same rota gives the same proposal, as long as
 * the solver is not stopped by its clock.
 */
export function proposeRota(
  rota: Rota,
  request: FillRequest,
  helpers: readonly Helper[],
  limits: ShiftLimits,
  calendar: SupportCalendar,
  solve: Solve,
): Proposal | undefined {
  const { zone } = calendar
  const { slots, fixed } = openSlots(rota, { ...request, limits, zone })
  const days = daysAround(request, fixed, zone)
  const question: FillQuestion = {
    slots,
    fixed,
    helpers,
    limits,
    days,
    open: days.days.flatMap((day) => calendar.spansOn(day)),
    nights: nightsOf(request.from, request.to, zone),
    period: request,
  }
  const allowed = candidates(question)
  if (allowed.reduce((sum, people) => sum + people.length, 0) > mostChoices) return undefined
  const { chosen, isBest } = choose(question, allowed, solve)
  const shares = (shifts: readonly Shift[]) => sharesOfRota(shifts, request, limits, calendar)
  const placed = [...fixed, ...shiftsOf(question, chosen)]
  return {
    slots: slots.length,
    filled: slots.flatMap((slot, place) => {
      const person = chosen[place]
      return person !== undefined && person !== slot.current ? [{ slot, person }] : []
    }),
    unfilled: slots.flatMap((slot, place) =>
      chosen[place] === undefined ? [{ slot, whyNot: whyNobody(question, slot, place, placed) }] : [],
    ),
    before: shares(shiftsBetween(rota, request.from, request.to)),
    after: shares(placed),
    isBest,
  }
}

type Chosen = readonly (string | undefined)[]

/** Who has each slot. What the solver says is held against the rules themselves before it is believed. */
function choose(
  question: FillQuestion,
  allowed: readonly (readonly string[])[],
  solve: Solve,
): { readonly chosen: Chosen; readonly isBest: boolean } {
  const model = fillModel(question, allowed)
  for (let round = 1; ; round++) {
    const { values, isBest } = solve(model.program)
    const chosen = readChosen(model, values)
    const broken = brokenSets(question, chosen)
    if (broken.length === 0) return { chosen, isBest: isBest && values !== undefined }
    if (round >= mostRounds) return { chosen: without(chosen, broken), isBest: false }
    for (const { person, places } of broken) forbid(model, person, places)
  }
}

function readChosen({ columns }: FillModel, values: readonly number[] | undefined): Chosen {
  return columns.map((people) => [...people].find(([, column]) => (values?.[column] ?? 0) > 0.5)?.[0])
}

interface BrokenSet {
  readonly person: string
  readonly places: readonly number[]
}

/** Slots of one person that break a rule by more than what is fixed does. */
function brokenSets(question: FillQuestion, chosen: Chosen): BrokenSet[] {
  const { fixed, helpers, limits, days } = question
  return helpers.flatMap(({ person }): BrokenSet[] => {
    const had = fixed.filter((shift) => shift.person === person)
    const given = shiftsOf(question, chosen).filter((shift) => shift.person === person)
    if (given.length === 0) return []
    const before = excessOf(dutyOf(person, had, limits, days), limits)
    const duty = dutyOf(person, [...had, ...given], limits, days)
    const after = excessOf(duty, limits)
    const worse = fatigueRules.filter((rule) => after[rule] > before[rule])
    if (worse.length === 0) return []
    const places = breachesOf(duty, limits)
      .filter(({ rule }) => worse.includes(rule))
      .map(({ from, to }) =>
        chosen.flatMap((one, place) => (one === person && isNear(question, place, from, to) ? [place] : [])),
      )
    return places.filter((own) => own.length > 0).map((own) => ({ person, places: own }))
  })
}

/** What a breach may be made of, with what lies around it: a rule about rest looks at the day before. */
function isNear({ slots }: FillQuestion, place: number, from: number, to: number): boolean {
  const slot = slots[place]
  const day = 24 * 3_600_000
  return slot !== undefined && slot.from < to + day && slot.to > from - day
}

function without(chosen: Chosen, broken: readonly BrokenSet[]): Chosen {
  const left = new Set(broken.flatMap(({ places }) => places))
  return chosen.map((person, place) => (left.has(place) ? undefined : person))
}

function shiftsOf({ slots }: FillQuestion, chosen: Chosen): Shift[] {
  return slots.flatMap((slot, place) => {
    const person = chosen[place]
    return person === undefined ? [] : [shiftIn(slot, place, person)]
  })
}

function whyNobody(
  { helpers, limits, days }: FillQuestion,
  slot: Slot,
  place: number,
  placed: readonly Shift[],
): Unfilled['whyNot'] {
  return helpers
    .filter(({ roles }) => roles.has(slot.role))
    .map(({ person, isThere }) => {
      const own = placed.filter((shift) => shift.person === person)
      if (!isThere(slot.from, slot.to)) return { person, why: 'away' as const }
      if (own.some((shift) => shift.from < slot.to && slot.from < shift.to))
        return { person, why: 'on' as const }
      const before = excessOf(dutyOf(person, own, limits, days), limits)
      const after = excessOf(dutyOf(person, [...own, shiftIn(slot, place, person)], limits, days), limits)
      const why = fatigueRules.find((rule) => after[rule] > before[rule]) ?? ('not-found' as const)
      return { person, why }
    })
}

/** The days of the period and of all that is fixed around it, with a week to look back and ahead. */
function daysAround({ from, to }: Span, fixed: readonly Shift[], zone: string): DayIndex {
  const first = fixed.reduce((first, shift) => Math.min(first, shift.from), from)
  const last = fixed.reduce((last, shift) => Math.max(last, shift.to), to)
  return DayIndex.between(first - week, last + week, zone)
}
