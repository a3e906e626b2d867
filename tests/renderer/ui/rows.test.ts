import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { rowHeights } from '../../../src/renderer/ui/rows'

it('has the row heights that the style sheet has', () => {
  const css = readFileSync(resolve('src/renderer/ui/tokens.css'), 'utf8')
  const heights = [...css.matchAll(/--row-height: ([\d.]+)rem/g)].map(([, rem]) => Number(rem) * 16)
  expect(heights).toEqual([rowHeights.compact, rowHeights.comfortable])
})
