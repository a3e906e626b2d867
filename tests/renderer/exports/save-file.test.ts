import { expect, it } from 'vitest'
import { fileName } from '../../../src/renderer/storage/save-file'

it('makes a name that every file system takes', () => {
  expect(fileName('S/4: finance? issues 2026-11-23.csv')).toBe('S 4 finance issues 2026-11-23.csv')
  expect(fileName('\u0000..\\..\\secret.pdf')).toBe('.. .. secret.pdf')
  expect(fileName('.xlsx')).toBe('War Room.xlsx')
  expect(fileName(`${'long '.repeat(100)}.json`).length).toBeLessThan(130)
})
