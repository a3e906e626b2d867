import { expect, it } from 'vitest'
import { matches } from '../../../src/renderer/app/palette/match'

it('finds by the beginnings of words, in any order and case', () => {
  expect(matches('imp', 'Import')).toBe(true)
  expect(matches('back rest', 'Restore from a backup')).toBe(true)
  expect(matches('', 'Anything')).toBe(true)
  expect(matches('port', 'Import')).toBe(false)
  expect(matches('imp x', 'Import')).toBe(false)
})
