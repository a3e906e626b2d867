import { describe, expect, it } from 'vitest'
import { parseHours } from '../../../../src/renderer/features/settings/hours-text'

describe('support hours as typed', () => {
  it('reads short and long ways of saying them', () => {
    expect(['8-18', '08:00-18:00', '8.30 – 12, 13-17', '0-24'].map(parseHours)).toEqual([
      '08:00-18:00',
      '08:00-18:00',
      '08:30-12:00 13:00-17:00',
      '00:00-24:00',
    ])
  })

  it('takes nothing for closed', () => {
    expect(parseHours(' ')).toBe('')
  })

  it('refuses hours that end before they start, overlap, or are none', () => {
    expect(['18-8', '8-12 11-17', '8-25', '8:75-9', 'mornings', '8'].map(parseHours)).toEqual(
      Array(6).fill(undefined),
    )
  })
})
