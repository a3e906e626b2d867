import { chanceAt, countAt, normalAt, placeOfChance, rateAt, someAt } from '@domain/forecast/chance'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const chances = Array.from({ length: 20_000 }, (_, day) => chanceAt(placeOfChance(1, 3, day), 5))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]) => {
  const middle = mean(values)
  return mean(values.map((value) => (value - middle) ** 2))
}
const aChance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe('chance by place', () => {
  it('is even, and the same at the same place', () => {
    expect(mean(chances)).toBeCloseTo(0.5, 1)
    expect(variance(chances)).toBeCloseTo(1 / 12, 2)
    expect(chanceAt(placeOfChance(1, 3, 4), 5)).toBe(chances[4])
    expect(new Set(chances).size).toBeGreaterThan(19_900)
  })

  it('makes normal values', () => {
    const values = chances.map(normalAt)
    expect(Math.abs(mean(values))).toBeLessThan(0.03)
    expect(variance(values)).toBeCloseTo(1, 1)
    expect(normalAt(0.975)).toBeCloseTo(1.96, 1)
  })

  it.each([0.3, 4, 25, 400])('makes counts that come to %d on average', (expected) => {
    const counts = chances.map((chance) => countAt(chance, expected))
    expect(mean(counts) / expected).toBeCloseTo(1, 1)
    expect(variance(counts) / expected).toBeCloseTo(1, 0)
  })

  it.each([
    [3, 0.5],
    [30, 0.1],
    [500, 0.7],
  ])('makes some of %d, each with %d', (of, probability) => {
    const counts = chances.map((chance) => someAt(chance, of, probability))
    expect(mean(counts) / (of * probability)).toBeCloseTo(1, 1)
    expect(Math.max(...counts)).toBeLessThanOrEqual(of)
  })

  it('makes rates as they may be', () => {
    const rates = chances.map((chance) => rateAt(chance, 9, 3))
    expect(mean(rates)).toBeCloseTo(3, 1)
    expect(variance(rates)).toBeCloseTo(1, 1)
  })

  it('never gives fewer for more', () => {
    fc.assert(
      fc.property(aChance, fc.double({ min: 0, max: 39, noNaN: true }), (chance, expected) => {
        expect(countAt(chance, expected + 1)).toBeGreaterThanOrEqual(countAt(chance, expected))
      }),
    )
    fc.assert(
      fc.property(aChance, fc.integer({ min: 0, max: 39 }), aChance, (chance, of, probability) => {
        const more = someAt(chance, of + 1, probability) - someAt(chance, of, probability)
        expect(more).toBeGreaterThanOrEqual(0)
        expect(more).toBeLessThanOrEqual(1)
      }),
    )
  })
})
