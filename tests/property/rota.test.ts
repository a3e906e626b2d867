import type { Intent } from '@domain/merge/intent'
import { next, onNow, shiftsBetween, vacanciesBetween } from '@domain/rotation/shifts'
import { WallClock, wallText } from '@domain/time/wall-clock'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rotaFrom, rotation } from '../support/rota'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Each zone about the hours in which its clock is changed, or about any day where it never is. */
const changes: readonly (readonly [zone: string, at: number])[] = [
  ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
  ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
  ['America/New_York', Date.UTC(2026, 2, 8, 7)],
  ['America/New_York', Date.UTC(2026, 10, 1, 6)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
  ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 15, 30)],
  ['Asia/Kathmandu', Date.UTC(2026, 5, 1)],
  ['America/Santiago', Date.UTC(2026, 3, 5, 3)],
  ['America/Santiago', Date.UTC(2026, 8, 6, 4)],
]

const writers = new Map<string, Intl.DateTimeFormat>()

/** What the clock shows, as the engine's own calendar tells it. */
function naiveWall(at: number, zone: string): number {
  const writer =
    writers.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'short',
    })
  writers.set(zone, writer)
  const part = Object.fromEntries(writer.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute)
}

interface Case {
  readonly zone: string
  readonly at: number
  readonly startsOn: string
  readonly handOver: number
  readonly length: number
  readonly unit: 'hours' | 'days' | 'weeks'
  readonly members: number
}

const quarter = fc.integer({ min: 0, max: 95 }).map((quarters) => quarters * 15)
const turns: fc.Arbitrary<Case> = fc
  .record({
    change: fc.constantFrom(...changes),
    before: fc.integer({ min: 0, max: 200 }),
    handOver: quarter,
    length: fc.oneof(
      fc.record({ unit: fc.constant('hours' as const), length: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ unit: fc.constant('days' as const), length: fc.integer({ min: 1, max: 10 }) }),
      fc.record({ unit: fc.constant('weeks' as const), length: fc.integer({ min: 1, max: 3 }) }),
    ),
    members: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ change: [zone, at], before, length, ...rest }) => ({
    zone,
    at,
    startsOn: wallText(at - (before + 3) * day).slice(0, 10),
    ...length,
    ...rest,
  }))

const two = (value: number) => String(value).padStart(2, '0')
const timeText = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const names = ['ada', 'ben', 'cem', 'dia']

function intentsOf({ zone, startsOn, handOver, length, unit, members }: Case, extra = {}): Intent[] {
  const handOverAt = timeText(handOver)
  const from = `${startsOn}T${handOverAt}`
  const plan = { from, startsOn, handOverAt, length, unit, ...extra }
  return rotation({ zone, members: names.slice(0, members), plan })
}

/**
 * Who is on, minute by minute: a turn has begun when the clock on the wall has ever shown its time. Asked every quarter of an hour, in
 * which all of these zones and hand-overs are told.
 */
function* naively({ at, zone, startsOn, handOver, length, unit, members }: Case) {
  const wallLength = length * { hours: hour, days: day, weeks: 7 * day }[unit]
  const first = Date.parse(`${startsOn}T00:00Z`) + handOver * minute
  let reached = Number.NEGATIVE_INFINITY
  for (let instant = at - 2 * day; instant < at + day; instant += 15 * minute) {
    reached = Math.max(reached, naiveWall(instant, zone))
    const turn = Math.floor((reached - first) / wallLength)
    // Before the walk has seen a day it may stand in an hour that comes twice.
    if (instant >= at - day) yield { instant, person: names[turn % members], turn }
  }
}

describe('a rotation over changes of the clock', () => {
  test('has on whom the wall says, at any time', () => {
    fc.assert(
      fc.property(turns, (told) => {
        const rota = rotaFrom(intentsOf(told))
        const shifts = shiftsBetween(rota, told.at - day, told.at + day)
        for (const { instant, person } of naively(told)) {
          const on = shifts.filter(({ from, to }) => from <= instant && instant < to)
          expect(on.map(({ person }) => person)).toEqual([person])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('loses no moment and has none twice', () => {
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 60 }), (told, days) => {
        const [from, to] = [told.at - 2 * day, told.at + days * day]
        const shifts = shiftsBetween(rotaFrom(intentsOf(told)), from, to)
        expect(shifts[0]?.from).toBeLessThanOrEqual(from)
        expect(shifts.at(-1)?.to).toBeGreaterThanOrEqual(to)
        for (const [place, shift] of shifts.entries()) {
          expect(shift.to).toBeGreaterThan(shift.from)
          if (place > 0) expect(shift.from).toBe(shifts[place - 1]?.to)
        }
      }),
    )
  })

  test('keeps the time of its hand-over on every day that has it', () => {
    const byDays = turns.map((told) => ({ ...told, unit: 'days' as const, length: 1 }))
    fc.assert(
      fc.property(byDays, (told) => {
        for (const { from } of shiftsBetween(rotaFrom(intentsOf(told)), told.at, told.at + 40 * day)) {
          const wall = naiveWall(from, told.zone)
          const before = naiveWall(from - minute, told.zone)
          const wanted = Math.floor(wall / day) * day + told.handOver * minute
          // Either the clock shows it, or it has just been put forward over it.
          if (wall !== wanted) expect([before < wanted, wanted < wall]).toEqual([true, true])
        }
      }),
      { numRuns: 60 },
    )
  })
})

const minutes = fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 })
const rotas = fc
  .record({
    told: turns,
    hours: fc.option(fc.constantFrom('08:00-18:00', '22:00-06:00', '00:00-24:00', '01:30-02:30 02:45-03:15')),
    covers: fc.array(
      fc.record({ from: minutes, length: fc.integer({ min: 1, max: 900 }), made: fc.nat(5) }),
      {
        maxLength: 4,
      },
    ),
    away: fc.array(fc.record({ who: fc.nat(3), from: fc.integer({ min: -3, max: 2 }), days: fc.nat(2) }), {
      maxLength: 3,
    }),
  })
  .map(({ told, hours, covers, away }) => {
    const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [`hours.${name}`, hours])
    const intents = intentsOf(told, Object.fromEntries(everyDay))
    for (const [place, { from, length, made }] of covers.entries()) {
      const begin = told.at + from * minute
      const span = { from: wallText(begin), to: wallText(begin + length * minute) }
      const fields = { rotation: 'r', zone: told.zone, person: `cover${place}`, madeAt: made, ...span }
      intents.push({ entity: 'shiftOverride', key: `o${place}`, fields })
    }
    for (const [place, { who, from, days }] of away.entries()) {
      const first = told.at + from * day
      const span = { from: wallText(first).slice(0, 10), to: wallText(first + days * day).slice(0, 10) }
      const fields = { person: names[who] ?? 'ada', ...span }
      intents.push({ entity: 'leave', key: `l${place}`, fields })
    }
    return { told, rota: rotaFrom(intents, told.zone) }
  })

describe('any rota', () => {
  test('tells the same shifts of a period in one piece and in parts', () => {
    fc.assert(
      fc.property(rotas, minutes, minutes, minutes, ({ told, rota }, ...cuts) => {
        const [from = 0, middle = 0, to = 0] = cuts.map((cut) => told.at + cut * minute).sort((a, b) => a - b)
        for (const ask of [shiftsBetween, vacanciesBetween]) {
          const whole = ask(rota, from, to)
          const parts = [...ask(rota, from, middle), ...ask(rota, middle, to)]
          const different = new Map(parts.map((shift) => [JSON.stringify(shift), shift]))
          expect([...different.values()].sort((a, b) => a.from - b.from)).toEqual(whole)
        }
      }),
    )
  })

  test('has one person at a time in a place, each shift under its own key', () => {
    fc.assert(
      fc.property(rotas, ({ told, rota }) => {
        const shifts = shiftsBetween(rota, told.at - 4 * day, told.at + 4 * day)
        for (const [place, shift] of shifts.entries())
          if (place > 0) expect(shift.from).toBeGreaterThanOrEqual(shifts[place - 1]?.to ?? 0)
        expect(new Set(shifts.map(({ key }) => key)).size).toBe(shifts.length)
      }),
    )
  })

  test('says of now and of next what it says of the period', () => {
    fc.assert(
      fc.property(rotas, minutes, ({ told, rota }, later) => {
        const at = told.at + later * minute
        const shifts = shiftsBetween(rota, at - day, at + 60 * day)
        expect(onNow(rota, at)).toEqual(shifts.filter(({ from, to }) => from <= at && at < to))
        expect(next(rota, 'triage', at)).toEqual(shifts.find(({ from }) => from > at))
      }),
    )
  })
})

describe('the clock on the wall', () => {
  const clocks = fc.constantFrom(...changes.map(([zone]) => zone), 'Pacific/Apia', 'America/St_Johns')
  const wall = fc
    .integer({ min: Date.UTC(1980, 0, 1) / minute, max: Date.UTC(2037, 0, 1) / minute })
    .map((minutes) => minutes * minute)

  test('never runs backwards, and is read as it is set', () => {
    fc.assert(
      fc.property(clocks, wall, fc.nat(5_000), (zone, time, later) => {
        const clock = WallClock.of(zone)
        const at = clock.instantAt(time)
        expect(clock.instantAt(time + later * minute)).toBeGreaterThanOrEqual(at)
        expect(clock.wallAt(at)).toBeGreaterThanOrEqual(time)
        expect(clock.wallAt(at)).toBe(naiveWall(at, zone))
      }),
      { numRuns: 300 },
    )
  })
})
