import { expect, it } from 'vitest'
import { readIn } from '../../../src/renderer/features/import/read-both-ways'

it('reads a date with the day first and with the month first', () => {
  expect(readIn('dmy', '03/11/2026 08:10')).toBe('Tue 3 Nov 2026, 08:10')
  expect(readIn('mdy', '03/11/2026 08:10')).toBe('Wed 11 Mar 2026, 08:10')
})

it('says when there is no such day that way', () => {
  expect(readIn('mdy', '13/11/2026')).toBeUndefined()
  expect(readIn('dmy', 'soon')).toBeUndefined()
})
