import { demoIntents } from '@domain/demo/demo'
import { author } from '@domain/merge/intent'
import { Replica } from '@domain/merge/replica'
import { clockAtStart } from '@domain/merge/stamp'
import type { Figure } from '@domain/reporting/figure'
import { figures } from '@domain/reporting/figures'
import { isToldOn, screensWithFigures } from '@domain/reporting/screen-figures'
import { describe, expect, it } from 'vitest'
import { firstMorning } from '../../support/laptop'
import { day, goLive, hypercare } from './hypercare'

const now = firstMorning + 4 * 60 * 60_000
const ofDemo = demoFigures()
const engagements: readonly (readonly [string, readonly Figure[]])[] = [
  ['the demo', ofDemo],
  ['an engagement with no issues', figures(hypercare([]), { asOf: goLive + 3 * day })],
  ['an engagement before its go-live', figures(hypercare([]), { asOf: goLive - 3 * day })],
]

function demoFigures(): Figure[] {
  const by = { laptop: 'a000000000', by: 'Lena Brandt', clock: clockAtStart, seq: 0, now, cause: 'demo' }
  const replica = new Replica()
  for (const operation of author(demoIntents({ seed: 7, now }), replica, by).operations)
    replica.apply(operation)
  return figures(replica, { asOf: now })
}

/** Units of things that can be listed one by one. */
const listed = [
  'issues',
  'decisions',
  'patches',
  'risks',
  'actions',
  'bulletins',
  'standups',
  'concerns',
  'criteria',
  'lines',
  'laptops',
]

describe('every figure', () => {
  it.each(engagements)('of %s says what it means, how it is worked out and from what', (_, all) => {
    expect(all.length).toBeGreaterThan(100)
    for (const { id, label, definition, formula, inputs, display } of all) {
      for (const text of [label, definition, formula, display]) expect(text.trim(), id).not.toBe('')
      expect(inputs.length, id).toBeGreaterThan(1)
      for (const { name, value } of inputs) {
        expect(name.trim(), id).not.toBe('')
        expect(value, id).toMatch(/\S/)
        expect(value, id).not.toMatch(/NaN|undefined|Infinity/)
      }
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it.each(engagements)('of %s that counts something has each of it as a row, once', (_, all) => {
    for (const { id, value, rows, rowsAre } of all) {
      if (rowsAre !== 'counted') continue
      expect(rows.length, id).toBe(value)
      expect(new Set(rows.map(({ entity, key }) => `${entity} ${key}`)).size, id).toBe(rows.length)
    }
  })

  it.each(engagements)(
    'of %s that is no plain count is a share, a length, or of things with no row of their own',
    (_, all) => {
      const sources = all.filter(({ rowsAre, unit }) => rowsAre === 'sources' && listed.includes(unit))
      // A change between two moments, and criteria whose number is not a count of issues.
      expect(sources.map(({ id }) => id).sort()).toEqual([
        'exit-open-severe',
        'exit-sign-off',
        'open-change-in-week',
        'open-change-since-yesterday',
      ])
    },
  )

  it('of the demo that is told has rows behind it', () => {
    const bare = ofDemo.filter(({ value, rows }) => value !== null && value !== 0 && rows.length === 0)
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  it('is explained on a screen that tells of it, and each of those screens has some', () => {
    const nowhere = ofDemo.filter(({ id }) => !screensWithFigures.some((screen) => isToldOn(screen, id)))
    expect(nowhere.map(({ id }) => id)).toEqual([])
    for (const screen of screensWithFigures)
      expect(ofDemo.filter(({ id }) => isToldOn(screen, id)).length, screen).toBeGreaterThan(0)
    expect(ofDemo.filter(({ id }) => !isToldOn('reports', id))).toEqual([])
  })
})
