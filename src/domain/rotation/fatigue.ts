import { DayIndex } from '../time/day-index'
import type { Span } from '../time/support-calendar'
import type { Shift } from './shift'
import { longestStretchHours, type ShiftLimits } from './shift-limits'
import { daysOf, type Stretch, shiftsByPerson, shiftsWithin, stretchesOf, timeWithin } from './stretch'

/** What a rota may ask too much of: rest, time without a break, days in a row, hours in seven days. */
export const fatigueRules = ['rest', 'stretch', 'days', 'week'] as const
export type FatigueRule = (typeof fatigueRules)[number]

/** One limit of one person that the shifts do not keep. */
export interface Breach extends Span {
  readonly rule: FatigueRule
  readonly person: string
  /** Milliseconds, or days. */
  readonly actual: number
  readonly limit: number
  /** Those that it is made of. */
  readonly shifts: readonly Shift[]
}

/** By how much each rule is broken in all, in its own measure: what a change must not make greater. */
export type Excess = Readonly<Record<FatigueRule, number>>

const hour = 3_600_000
const weekLength = 7

/** What a rule looks at: the shifts of one person, in the days of the engagement's zone. */
export interface Duty {
  readonly person: string
  readonly stretches: readonly Stretch[]
  readonly days: DayIndex
}

export function dutyOf(
  person: string,
  shifts: Iterable<Shift>,
  { onCallCounts }: ShiftLimits,
  days: DayIndex,
): Duty {
  const counted = [...shifts].filter(({ role }) => onCallCounts || role !== 'on-call')
  return { person, stretches: stretchesOf(counted), days }
}

/** The days of every seven in a row that shifts reach into; none without shifts. */
export function daysOfShifts(shifts: readonly Shift[], zone: string): DayIndex {
  let [from, to] = [Infinity, -Infinity]
  for (const shift of shifts) {
    from = Math.min(from, shift.from)
    to = Math.max(to, shift.to)
  }
  const begin = from - (weekLength - 1) * 24 * hour
  return from <= to ? DayIndex.between(begin, to, zone) : new DayIndex('1970-01-01', '1970-01-01', zone)
}

/** Every limit that somebody's shifts do not keep, by rule and then by time. */
export function breachesOf(duty: Duty, limits: ShiftLimits): Breach[] {
  return [
    ...restBreaches(duty, limits),
    ...longStretches(duty, limits),
    ...runs(duty, limits),
    ...weeks(duty, limits),
  ]
}

/** The same of everybody, by person. */
export function allBreaches(shifts: readonly Shift[], limits: ShiftLimits, zone: string): Breach[] {
  const days = daysOfShifts(shifts, zone)
  const byPerson = shiftsByPerson(shifts)
  return [...byPerson.keys()]
    .sort()
    .flatMap((person) => breachesOf(dutyOf(person, byPerson.get(person) ?? [], limits, days), limits))
}

/** A sum over all breaches of a rule; of the week over every seven days in a row, told or not. */
export function excessOf(duty: Duty, limits: ShiftLimits): Excess {
  const sum = (breaches: readonly Breach[]) =>
    breaches.reduce((all, { actual, limit }) => all + Math.abs(actual - limit), 0)
  const most = limits.weekHours * hour
  return {
    rest: sum(restBreaches(duty, limits)),
    stretch: sum(longStretches(duty, limits)),
    days: sum(runs(duty, limits)),
    week: hoursOfWeeks(duty).reduce((all, time) => all + Math.max(0, time - most), 0),
  }
}

/**
 * Stretches that with the breaks between them fit into a day beside the rest are one day's work. After that comes the
 * rest, or it is too short.
 */
function restBreaches({ person, stretches }: Duty, limits: ShiftLimits): Breach[] {
  const limit = limits.restHours * hour
  const longest = longestStretchHours(limits) * hour
  const breaches: Breach[] = []
  let begun = -Infinity
  for (const [place, stretch] of stretches.entries()) {
    const before = stretches[place - 1]
    const actual = before ? stretch.from - before.to : Infinity
    if (before && actual < limit) {
      if (stretch.to - begun <= longest) continue
      const [from, to] = [before.to, stretch.from]
      breaches.push({ rule: 'rest', person, from, to, actual, limit, shifts: around(before, stretch) })
    }
    begun = stretch.from
  }
  return breaches
}

/** The last shifts of one stretch, and the first of the next. */
function around(before: Stretch, after: Stretch): Shift[] {
  return [
    ...before.shifts.filter(({ to }) => to === before.to),
    ...after.shifts.filter(({ from }) => from === after.from),
  ]
}

function longStretches({ person, stretches }: Duty, limits: ShiftLimits): Breach[] {
  const limit = longestStretchHours(limits) * hour
  return stretches
    .filter(({ from, to }) => to - from > limit)
    .map(({ from, to, shifts }) => ({ rule: 'stretch', person, from, to, actual: to - from, limit, shifts }))
}

function runs({ person, stretches, days }: Duty, { daysInRow: limit }: ShiftLimits): Breach[] {
  const worked = [...new Set(stretches.flatMap((stretch) => daysOf(stretch, days)))].sort((a, b) => a - b)
  const breaches: Breach[] = []
  for (let start = 0; start < worked.length; ) {
    let end = start + 1
    while (worked[end] === (worked[end - 1] as number) + 1) end++
    const actual = end - start
    const from = days.startOf(worked[start] as number)
    const to = days.startOf((worked[end - 1] as number) + 1)
    if (actual > limit)
      breaches.push({
        rule: 'days',
        person,
        from,
        to,
        actual,
        limit,
        shifts: shiftsWithin(stretches, from, to),
      })
    start = end
  }
  return breaches
}

/**
 * Seven days in a row with too many hours begin on many days; what is told is the fullest of those that begin within a
 * week, and then what does not share a day with it. Days before the first shift are not told.
 */
function weeks(duty: Duty, { weekHours }: ShiftLimits): Breach[] {
  const { person, stretches, days } = duty
  const limit = weekHours * hour
  const hours = hoursOfWeeks(duty)
  const first = days.placeOf(stretches[0]?.from ?? 0)
  const breaches: Breach[] = []
  for (let start = 0; start < hours.length; start++) {
    if ((hours[start] as number) <= limit) continue
    let fullest = start
    for (let other = start; other < Math.min(start + weekLength, hours.length); other++)
      if ((hours[other] as number) > (hours[fullest] as number)) fullest = other
    fullest = Math.max(fullest, first)
    const [from, to] = [days.startOf(fullest), days.startOf(fullest + weekLength)]
    const actual = hours[fullest] as number
    breaches.push({
      rule: 'week',
      person,
      from,
      to,
      actual,
      limit,
      shifts: shiftsWithin(stretches, from, to),
    })
    start = fullest + weekLength - 1
  }
  return breaches
}

/** Time on shift in the seven days that begin with each day. */
function hoursOfWeeks({ stretches, days }: Duty): number[] {
  const count = days.days.length
  const daily = new Array<number>(count).fill(0)
  for (const stretch of stretches) {
    const last = Math.min(days.placeOf(stretch.to), count - 1)
    for (let place = Math.max(days.placeOf(stretch.from), 0); place <= last; place++)
      daily[place] =
        (daily[place] as number) + timeWithin([stretch], days.startOf(place), days.startOf(place + 1))
  }
  let sum = 0
  const weekly: number[] = new Array<number>(count).fill(0)
  for (let place = count - 1; place >= 0; place--) {
    sum += (daily[place] as number) - (daily[place + weekLength] ?? 0)
    weekly[place] = sum
  }
  return weekly
}
