import { expect, it } from 'vitest'
import { formatSize } from '../../../src/renderer/ui/format-size'

it('says the size of a file as people do', () => {
  expect([0, 999, 1_000, 25_400, 1_250_000, 3_000_000_000_000].map(formatSize)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 KB',
    '25 KB',
    '1.3 MB',
    '3000 GB',
  ])
})
