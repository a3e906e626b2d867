import { formatExactInstant, formatShortInstant } from '@domain/time/format'
import { describe, expect, it, test } from 'vitest'

describe('formatShortInstant', () => {
  const now = Date.parse('2026-11-23T09:00:00Z')

  it('leaves out the year that it is', () => {
    expect(formatShortInstant(Date.parse('2026-11-03T08:12:00Z'), 'Europe/Berlin', now)).toBe('3 Nov, 09:12')
  })

  it('says any other year', () => {
    expect(formatShortInstant(Date.parse('2025-12-24T17:00:00Z'), 'UTC', now)).toBe('24 Dec 2025, 17:00')
  })

  it('asks the zone which year it is', () => {
    const newYearsEve = Date.parse('2026-12-31T23:30:00Z')
    expect(formatShortInstant(newYearsEve, 'Europe/Berlin', now)).toBe('1 Jan 2027, 00:30')
    expect(formatShortInstant(newYearsEve, 'UTC', now)).toBe('31 Dec, 23:30')
  })
})

test('formatExactInstant says seconds where there are any', () => {
  expect(formatExactInstant(Date.parse('2026-11-23T08:12:07.900Z'), 'Europe/Berlin')).toBe(
    'Mon 23 Nov 2026, 09:12:07',
  )
  expect(formatExactInstant(Date.parse('2026-11-23T08:12:00Z'), 'Europe/Berlin')).toBe(
    'Mon 23 Nov 2026, 09:12',
  )
})
