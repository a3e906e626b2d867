import { addDays, daysBetween, isDay, weekdayOf } from '@domain/time/day'
import { describe, expect, test } from 'vitest'

describe('a calendar day', () => {
  test('counts over the end of a month, a leap day and a year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3)
  })

  test('knows its weekday', () => {
    expect(weekdayOf('2026-11-23')).toBe('mon')
    expect(weekdayOf('2026-11-29')).toBe('sun')
  })

  test('is told from text that only looks like one', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-02-30')).toBe(false)
    expect(isDay('23.11.2026')).toBe(false)
    expect(isDay('2026-11-23T10:00')).toBe(false)
  })
})
