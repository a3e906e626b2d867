import { sharesOfRota } from '@domain/rotation/fairness'
import {
  allBreaches,
  type Breach,
  daysOfShifts,
  dutyOf,
  excessOf,
  type FatigueRule,
  fatigueRules,
} from '@domain/rotation/fatigue'
import { type Shift, shiftRoles } from '@domain/rotation/shift'
import { defaultLimits, type ShiftLimits } from '@domain/rotation/shift-limits'
import { type Helper, SwapFinder } from '@domain/rotation/suggested-swap'
import { supportCalendar } from '@domain/time/support-calendar'
import { dayOf, startOfDay } from '@domain/time/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finished } from '../support/finished'
import { hoursOn, naiveFatigue } from '../support/naive-fatigue'

const hour = 3_600_000
/** Over the nights in which clocks are put back, or have been put forward, or nothing happens. */
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC')
const first = Date.UTC(2026, 9, 15)
const people = ['ines', 'noor', 'petra']

const shift = fc
  .record({
    start: fc.integer({ min: 0, max: 24 * 28 }),
    length: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
      fc.integer({ min: 1, max: 80 }),
    ),
    person: fc.constantFrom(...people),
    role: fc.constantFrom(...shiftRoles),
  })
  .map(({ start, length, person, role }) => ({
    from: first + start * hour,
    to: first + (start + length) * hour,
    person,
    role,
  }))
const rotaOf = (maxLength: number) =>
  fc
    .array(shift, { maxLength })
    .map((all) =>
      all.map((one, place): Shift => ({ ...one, key: `s${place}`, origin: 'rotation', rotation: 'r' })),
    )
const shifts = rotaOf(40)
const limits: fc.Arbitrary<ShiftLimits> = fc.record({
  restHours: fc.integer({ min: 6, max: 14 }),
  weekHours: fc.integer({ min: 20, max: 60 }),
  daysInRow: fc.integer({ min: 2, max: 8 }),
  heroPercent: fc.constant(50),
  onCallCounts: fc.boolean(),
})

const reach = (zone: string): [number, number] => {
  const start = startOfDay(dayOf(first, zone), zone)
  return [start, first + 36 * 24 * hour]
}
const countedOf = (shifts: readonly Shift[], person: string, { onCallCounts }: ShiftLimits) =>
  shifts.filter((shift) => shift.person === person && (onCallCounts || shift.role !== 'on-call'))
const told = (breaches: readonly Breach[], person: string, rule: FatigueRule) =>
  breaches.filter((breach) => breach.person === person && breach.rule === rule)

describe('fatigue', () => {
  test('is what looking at every hour finds', () => {
    fc.assert(
      fc.property(shifts, limits, zone, (shifts, limits, zone) => {
        const breaches = allBreaches(shifts, limits, zone)
        const [from, to] = reach(zone)
        for (const person of people) {
          const naive = naiveFatigue(countedOf(shifts, person, limits), limits, zone, from, to)
          for (const rule of ['rest', 'stretch'] as const)
            expect(told(breaches, person, rule).map(({ from, actual }) => ({ at: from, actual }))).toEqual(
              naive.get(rule),
            )
          expect(told(breaches, person, 'days').map(({ actual }) => actual)).toEqual(
            naive.get('days')?.map(({ actual }) => actual),
          )
          expectWeeks(told(breaches, person, 'week'), naive.get('week') ?? [])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('does not depend on the order in which shifts are told, nor on their being told in two', () => {
    fc.assert(
      fc.property(shifts, limits, zone, (shifts, limits, zone) => {
        const bare = (breaches: readonly Breach[]) => breaches.map(({ shifts, ...breach }) => breach)
        const halves = shifts.flatMap((shift): Shift[] => {
          const middle = shift.from + Math.floor((shift.to - shift.from) / hour / 2) * hour
          return [
            { ...shift, to: middle },
            { ...shift, key: `${shift.key}b`, from: middle },
          ]
        })
        const breaches = bare(allBreaches(shifts, limits, zone))
        expect(bare(allBreaches(shifts.toReversed(), limits, zone))).toEqual(breaches)
        expect(bare(allBreaches(halves, limits, zone))).toEqual(breaches)
      }),
      { numRuns: 40 },
    )
  })
})

describe('seven days with too much', () => {
  test('are told from the first shift on, whatever is fuller later', () => {
    const day = 24 * hour
    const duty = (place: number, hours: number): Shift => {
      const from = Date.UTC(2026, 5, 1) + place * day
      return {
        key: `d${place}`,
        person: 'ines',
        role: 'triage',
        origin: 'rotation',
        rotation: 'r',
        from,
        to: from + hours * hour,
      }
    }
    const shifts = [duty(0, 24), ...[5, 6, 7, 8, 9, 10, 11].map((place) => duty(place, 12))]
    const breaches = told(allBreaches(shifts, { ...defaultLimits, weekHours: 20 }, 'UTC'), 'ines', 'week')
    expect(breaches.map(({ from, actual }) => [(from - Date.UTC(2026, 5, 1)) / day, actual / hour])).toEqual([
      [0, 48],
      [7, 60],
    ])
  })
})

/** Each one told is one of those that there are, and each that there is shares days with one told. */
function expectWeeks(told: readonly Breach[], naive: readonly { at: number; actual: number }[]): void {
  for (const { from, actual } of told) expect(naive).toContainEqual({ at: from, actual })
  for (const { at } of naive)
    expect(told.some(({ from }) => Math.abs(from - at) < 7 * 24 * hour + 2 * hour)).toBe(true)
}

describe('hours of a rota', () => {
  test('count each hour once, and as outside those without support', () => {
    fc.assert(
      fc.property(shifts, fc.constantFrom('Europe/Berlin', 'Asia/Kolkata'), (shifts, zone) => {
        const calendar = supportCalendar({
          zone,
          'hours.mon': '08:00-12:00 13:00-18:00',
          'hours.sat': '09:00-11:00',
        })
        const [from, to] = [first + 3 * 24 * hour, first + 20 * 24 * hour]
        const shares = sharesOfRota(shifts, { from, to }, { ...defaultLimits, onCallCounts: true }, calendar)
        for (const person of people) {
          const share = shares.find((share) => share.person === person)
          // Kolkata is half an hour off the others, so its support hours are looked at by the half hour.
          const half = hour / 2
          const own = shifts.filter((shift) => shift.person === person)
          const steps = Array.from({ length: (to - from) / half }, (_, place) => from + place * half)
          const on = steps.filter((at) => own.some((shift) => shift.from <= at && at < shift.to))
          expect(share?.time ?? 0).toBe(hoursOn(own, from, to).filter(Boolean).length * hour)
          expect(share?.outside ?? 0).toBe(on.filter((at) => !calendar.isOpenAt(at)).length * half)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('a suggested swap', () => {
  const helpers: readonly Helper[] = people.map((person, place) => ({
    person,
    roles: new Set(shiftRoles.filter((_, role) => role % 3 !== place)),
    isThere: (from) => person !== 'noor' || from < first + 10 * 24 * hour,
  }))
  const now = first + 4 * 24 * hour

  test('mends what it is for, and makes nothing worse for either person', () => {
    let suggested = 0
    fc.assert(
      fc.property(rotaOf(14), limits, zone, (shifts, limits, zone) => {
        const finder = new SwapFinder(shifts, helpers, limits, zone, now)
        for (const breach of allBreaches(shifts, limits, zone)) {
          const swap = finished(finder.swapFor(breach))
          if (!swap) continue
          suggested++
          const { give, to, take } = swap
          expect(give.person).toBe(breach.person)
          expect(breach.shifts).toContain(give)
          const moved = [{ shift: give, by: to }, ...(take ? [{ shift: take, by: give.person }] : [])]
          for (const { shift, by } of moved) {
            const helper = helpers.find(({ person }) => person === by)
            expect(shift.from).toBeGreaterThan(now)
            expect(helper?.roles.has(shift.role)).toBe(true)
            expect(helper?.isThere(shift.from, shift.to)).toBe(true)
          }
          const after = shifts.map((shift) => {
            const move = moved.find((move) => move.shift === shift)
            return move ? { ...shift, person: move.by } : shift
          })
          const days = daysOfShifts(shifts, zone)
          const excess = (all: readonly Shift[], person: string) =>
            excessOf(
              dutyOf(
                person,
                all.filter((shift) => shift.person === person),
                limits,
                days,
              ),
              limits,
            )
          for (const person of [give.person, to])
            for (const rule of fatigueRules)
              expect(excess(after, person)[rule]).toBeLessThanOrEqual(excess(shifts, person)[rule])
          expect(
            allBreaches(after, limits, zone).some(
              ({ rule, person, from, to }) =>
                rule === breach.rule && person === breach.person && from < breach.to && to > breach.from,
            ),
          ).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
    expect(suggested).toBeGreaterThan(10)
  })
})
