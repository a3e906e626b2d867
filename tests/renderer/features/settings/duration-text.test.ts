import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durationText, parseDuration } from '../../../../src/renderer/features/settings/duration-text'

describe('durations as typed', () => {
  it('reads hours, minutes and both', () => {
    expect(['15', '15 min', '15m', '4h', '1.5 h', '1,5h', '1 h 30 min', '1H30M'].map(parseDuration)).toEqual([
      15, 15, 15, 240, 90, 90, 90, 90,
    ])
  })

  it('takes nothing for no target', () => {
    expect(parseDuration('  ')).toBeNull()
  })

  it('refuses what it would have to guess', () => {
    expect(['2 d', 'soon', '4 h later', '-5', '1:30', 'h'].map(parseDuration)).toEqual(
      Array(6).fill(undefined),
    )
  })

  it('reads back what it shows', () => {
    void fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (minutes) => {
        expect(parseDuration(durationText(minutes))).toBe(minutes)
      }),
    )
  })
})
