import { DayIndex } from '@domain/time/day-index'
import { formatDay, formatInstant, formatShortDay, formatZone } from '@domain/time/format'
import { dayOf, isZone, startOfDay, usableZone } from '@domain/time/zone'
import { describe, expect, test } from 'vitest'

const hour = 60 * 60_000

describe('a day in a zone', () => {
  test('has 23 hours when clocks go forward and 25 when they go back', () => {
    const length = (day: string, next: string) =>
      (startOfDay(next, 'Europe/Berlin') - startOfDay(day, 'Europe/Berlin')) / hour
    expect(length('2026-03-29', '2026-03-30')).toBe(23)
    expect(length('2026-10-25', '2026-10-26')).toBe(25)
  })

  test('is another one on the other side of the world', () => {
    const instant = Date.UTC(2026, 10, 23, 23, 30)
    expect(dayOf(instant, 'UTC')).toBe('2026-11-23')
    expect(dayOf(instant, 'Asia/Kathmandu')).toBe('2026-11-24')
    expect(dayOf(instant, 'America/New_York')).toBe('2026-11-23')
  })

  test('may begin after midnight', () => {
    // Clocks in Beirut went forward at midnight.
    expect(formatInstant(startOfDay('2026-03-29', 'Asia/Beirut'), 'Asia/Beirut')).toBe(
      'Sun 29 Mar 2026, 01:00',
    )
  })

  test('a zone that does not exist is replaced, not believed', () => {
    expect(isZone('Europe/Berlin')).toBe(true)
    expect(isZone('Middle/Earth')).toBe(false)
    expect(usableZone('Middle/Earth')).toBe('UTC')
    expect(usableZone(null)).toBe('UTC')
    expect(usableZone('')).toBe('UTC')
  })
})

describe('a day index', () => {
  test('places instants in their days, and says when they lie outside', () => {
    const index = new DayIndex('2026-10-24', '2026-10-26', 'Europe/Berlin')
    expect(index.days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
    const start = startOfDay('2026-10-24', 'Europe/Berlin')
    expect(index.placeOf(start - 1)).toBe(-1)
    expect(index.placeOf(start)).toBe(0)
    expect(index.placeOf(start + 24 * hour + 24.5 * hour)).toBe(1)
    expect(index.placeOf(start + (24 + 25) * hour)).toBe(2)
    expect(index.placeOf(start + (24 + 25 + 24) * hour)).toBe(3)
    expect(index.dayOf(start - 1)).toBeUndefined()
    expect(index.dayOf(start + hour)).toBe('2026-10-24')
  })

  test('passes over a day that a zone left out', () => {
    // Samoa went from 29 to 31 December 2011.
    const index = new DayIndex('2011-12-29', '2011-12-31', 'Pacific/Apia')
    const skipped = startOfDay('2011-12-31', 'Pacific/Apia')
    expect(index.dayOf(skipped - 1)).toBe('2011-12-29')
    expect(index.dayOf(skipped)).toBe('2011-12-31')
  })
})

describe('times as people read them', () => {
  const instant = Date.UTC(2026, 10, 23, 8, 12)

  test('name the weekday and the month, so that no order of numbers can mislead', () => {
    expect(formatInstant(instant, 'Europe/Berlin')).toBe('Mon 23 Nov 2026, 09:12')
    expect(formatInstant(instant, 'Asia/Kathmandu')).toBe('Mon 23 Nov 2026, 13:57')
    expect(formatDay('2026-04-05')).toBe('Sun 5 Apr 2026')
    expect(formatShortDay('2026-04-05')).toBe('5 Apr')
  })

  test('name the zone with the offset in force', () => {
    expect(formatZone(instant, 'Europe/Berlin')).toBe('Europe/Berlin (UTC+01:00)')
    expect(formatZone(Date.UTC(2026, 6, 1), 'Europe/Berlin')).toBe('Europe/Berlin (UTC+02:00)')
    expect(formatZone(instant, 'UTC')).toBe('UTC')
  })
})
