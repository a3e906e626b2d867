import { overText } from '@domain/forecast/words'
import { expect, it } from 'vitest'

it.each([
  [{ early: 0, middle: 0, late: 0 }, 'Within the plan'],
  [{ early: 0, middle: 0, late: 8 }, 'Within the plan, or up to 8 days over'],
  [{ early: 2, middle: 9, late: 30 }, '9 days over (2 days to 30 days)'],
  [{ early: 1, middle: 9, late: undefined }, '9 days over (1 day at least)'],
  [{ early: 0, middle: 0, late: undefined }, 'Within the plan, or over for longer than can be told'],
  [{ early: 41, middle: undefined, late: undefined }, 'At least 41 days over; how many cannot be told'],
])('%o beyond the planned end are told as they are', (over, words) => {
  expect(overText({ day: '2026-03-30', chance: 0.5, over })).toBe(words)
})
