import { parseTime } from '@domain/time/time-text'
import { expect, test } from 'vitest'

test.each([
  ['7', '07:00'],
  ['7:30', '07:30'],
  [' 22.05 ', '22:05'],
  ['00:00', '00:00'],
  ['24:00', undefined],
  ['7:60', undefined],
  ['', undefined],
  ['noon', undefined],
])('%s is read as %s', (typed, stored) => {
  expect(parseTime(typed)).toBe(stored)
})
