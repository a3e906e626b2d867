import { quietUntil } from '@domain/notifications/quiet-hours'
import { expect, test } from 'vitest'

const berlin = 'Europe/Berlin'
const night = { from: '22:00', to: '07:00' }

test('quiet hours over midnight end in the morning of the zone', () => {
  expect(quietUntil(night, Date.UTC(2026, 10, 23, 20, 59), berlin)).toBeUndefined()
  expect(quietUntil(night, Date.UTC(2026, 10, 23, 21), berlin)).toBe(Date.UTC(2026, 10, 24, 6))
  expect(quietUntil(night, Date.UTC(2026, 10, 24, 5, 59), berlin)).toBe(Date.UTC(2026, 10, 24, 6))
  expect(quietUntil(night, Date.UTC(2026, 10, 24, 6), berlin)).toBeUndefined()
})

test('quiet hours within a day, and none', () => {
  const noon = { from: '12:00', to: '13:00' }
  expect(quietUntil(noon, Date.UTC(2026, 10, 23, 11, 30), berlin)).toBe(Date.UTC(2026, 10, 23, 12))
  expect(quietUntil(noon, Date.UTC(2026, 10, 23, 12), berlin)).toBeUndefined()
  expect(quietUntil({ from: '08:00', to: '08:00' }, Date.UTC(2026, 10, 23, 7), berlin)).toBeUndefined()
  expect(quietUntil(null, Date.UTC(2026, 10, 23, 7), berlin)).toBeUndefined()
})

test('the night in which clocks change is as long as it is', () => {
  // Back at 3:00 on 25 October 2026, forward at 2:00 on 28 March 2027.
  expect(quietUntil(night, Date.UTC(2026, 9, 24, 21), berlin)).toBe(Date.UTC(2026, 9, 25, 6))
  expect(quietUntil(night, Date.UTC(2027, 2, 27, 22), berlin)).toBe(Date.UTC(2027, 2, 28, 5))
})
