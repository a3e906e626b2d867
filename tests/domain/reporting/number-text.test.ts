import { numberText, plainNumberText } from '@domain/reporting/number-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('numbers as people read them', () => {
  it('are grouped by thousands, with a true minus sign', () => {
    expect([0, -0, 7, 999, 1_204, -15, 1_234_567].map((value) => numberText(value))).toEqual([
      ...['0', '0', '7', '999', '1,204', '−15', '1,234,567'],
    ])
    expect([0.25, 1_204.56, -0.04].map((value) => numberText(value, 1))).toEqual(['0.3', '1,204.6', '0'])
  })

  it('are those of the engine, for every whole number', () => {
    const engine = new Intl.NumberFormat('en-GB')
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(plainNumberText(numberText(value))).toBe(engine.format(value).replace(/^-0$/, '0'))
      }),
    )
  })
})
