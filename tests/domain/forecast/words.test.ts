import { likelyExitText, overText } from '@domain/forecast/words'
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

it.each([
  ['2026-12-05', 3, 'Exit as likely as not by 5 Dec, 3 days over the plan'],
  ['2026-12-05', 0, 'Exit as likely as not by 5 Dec, within the plan'],
  ['2026-12-05', undefined, 'Exit as likely as not by 5 Dec'],
  [undefined, 9, 'Exit not within 120 days, as likely as not'],
] as const)('an exit by %s, %s days over, is told in a line', (middle, days, line) => {
  const over = { early: 0, middle: days, late: 30 }
  const plan = days === undefined ? undefined : { day: '2026-12-02', chance: 0.5, over }
  expect(likelyExitText({ middle, plan })).toBe(line)
})
