import { describe, expect, it } from 'vitest'
import { backTest, isCovered } from '../../support/back-test'

/** Not the seeds that the model was made with; docs/forecast.md has more of them. */
const firstSeed = 10_001
const engagements = 160

describe('the forecast of engagements whose end is known', () => {
  const tests = Array.from({ length: engagements }, (_, place) => backTest(firstSeed + place, 300)).filter(
    (test) => test !== undefined,
  )
  const shareOf = (picks: (test: (typeof tests)[number]) => boolean) =>
    tests.filter(picks).length / tests.length

  it('covers the truth in eight of ten cases', () => {
    expect(tests.length).toBeGreaterThan(140)
    // Of so many, a share of 80 % is seen within 6.5 points of it nineteen times of twenty.
    expect(shareOf(isCovered)).toBeGreaterThan(0.735)
    expect(shareOf(isCovered)).toBeLessThan(0.865)
  })

  it('errs to either side', () => {
    expect(shareOf(({ truth, early }) => truth < early)).toBeLessThan(0.2)
    expect(shareOf(({ truth, late }) => truth > late)).toBeLessThan(0.2)
  })
})
