import { describe, expect, it } from 'vitest'
import { ageText } from '../../../src/renderer/features/exchange/age-text'
import { fingerprintOf } from '../../../src/renderer/features/exchange/fingerprint'
import { entityWords } from '../../../src/renderer/features/exchange/words'

describe('what the exchange screen says', () => {
  it('tells ages roughly', () => {
    const minute = 60_000
    expect([0, 59_999, minute, 90 * minute, 25 * 60 * minute, 50 * 60 * minute].map(ageText)).toEqual([
      'just now',
      'just now',
      '1 minute',
      '1 hour',
      '1 day',
      '2 days',
    ])
  })

  it('gives a key as groups that can be read out', () => {
    const key = btoa(String.fromCharCode(...Array.from({ length: 32 }, (_, place) => place)))
    expect(fingerprintOf(key)).toBe('0001 0203 0405 0607')
  })

  it('names entities, also those that this version does not know', () => {
    expect(['person', 'issue', 'trainingAction'].map(entityWords)).toEqual([
      'People',
      'Issues',
      'Training actions',
    ])
  })
})
