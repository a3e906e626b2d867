import {
  begunAtPoint,
  drawnOn,
  readStrokes,
  type Strokes,
  signatureField,
  strokePath,
  strokesText,
} from '@domain/sign-off/signature'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const anywhere = fc.double({ min: -1e6, max: 1e6, noNaN: true })

describe('a drawn signature', () => {
  test('stays within its field and its bounds however it is drawn, and is read as it was stored', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), anywhere, anywhere), { maxLength: 2_000 }), (moves) => {
        let strokes: Strokes = []
        for (const [lifts, x, y] of moves)
          strokes = lifts ? begunAtPoint(strokes, x, y) : drawnOn(strokes, x, y)
        for (const [x, y] of strokes.flat()) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(signatureField.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(signatureField.height)
        }
        expect(readStrokes(strokesText(strokes))).toEqual(strokes)
      }),
      { numRuns: 50 },
    )
  })

  test('is nothing where what was stored is no signature', () => {
    for (const stored of [null, '', 'no', '{}', '[[["1",2]]]', '[[[1,2000000]]]', '[[]]', '[[[1.5,2]]]'])
      expect(readStrokes(stored)).toEqual([])
    expect(readStrokes(JSON.stringify(Array(1_000).fill([[1, 2]])))).toEqual([])
  })

  test('is a path of numbers alone', () => {
    expect(strokePath([[1, 2]])).toBe('M1 2L2 2')
    expect(
      strokePath([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toBe('M1 2L3 4L5 6')
  })
})
