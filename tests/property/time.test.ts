import { addDays } from '@domain/time/day'
import { DayIndex } from '@domain/time/day-index'
import { formatInstant } from '@domain/time/format'
import { dayOf, startOfDay } from '@domain/time/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const
const zone = fc.constantFrom(...zones)
// Whole minutes: before about 1920 some offsets have seconds, which Intl does not tell everywhere.
const minute = fc.integer({ min: Date.UTC(1900, 0, 1) / 60_000, max: Date.UTC(2100, 11, 31) / 60_000 })
const instant = minute.map((minutes) => minutes * 60_000)

const writers = new Map(
  zones.map((name) => [
    name,
    new Intl.DateTimeFormat('en-GB', {
      timeZone: name,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }),
  ]),
)

/** The engine's own calendar, asked part by part. */
function naive(at: number, name: (typeof zones)[number]): Record<string, string> {
  const parts = writers.get(name)?.formatToParts(at) ?? []
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

describe('days in zones, against the calendar of the engine', () => {
  test('the day of an instant', () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const { year, month, day } = naive(at, name)
        expect(dayOf(at, name)).toBe(`${year}-${month}-${day}`)
      }),
      { numRuns: 2_000 },
    )
  })

  test('an instant as people read it', () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const { weekday, day, year, hour, minute } = naive(at, name)
        const text = formatInstant(at, name)
        expect(text.startsWith(`${weekday} ${Number(day)} `)).toBe(true)
        expect(text.endsWith(` ${year}, ${hour}:${minute}`)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a day begins when the moment before belonged to another', () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const day = dayOf(at, name)
        const start = startOfDay(day, name)
        expect(start).toBeLessThanOrEqual(at)
        expect(dayOf(start, name)).toBe(day)
        expect(dayOf(start - 1, name)).toBe(addDays(day, -1))
      }),
      { numRuns: 1_000 },
    )
  })

  test('an index places an instant where the calendar does', () => {
    const offset = fc.integer({ min: -20 * 1_440, max: 20 * 1_440 }).map((minutes) => minutes * 60_000)
    fc.assert(
      fc.property(instant, fc.array(offset, { maxLength: 20 }), zone, (at, offsets, name) => {
        const first = dayOf(at, name)
        const index = new DayIndex(first, addDays(first, 9), name)
        for (const other of offsets.map((by) => at + by)) {
          const day = dayOf(other, name)
          const place = index.placeOf(other)
          if (day < first) expect(place).toBe(-1)
          else if (day > addDays(first, 9)) expect(place).toBe(10)
          else expect(index.days[place]).toBe(day)
        }
      }),
      { numRuns: 300 },
    )
  })
})
