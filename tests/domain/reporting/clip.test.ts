import { clip } from '@domain/reporting/clip'
import { describe, expect, test } from 'vitest'

describe('clipped text', () => {
  test('is left alone where it fits', () => {
    expect(clip('Label printer', 13)).toBe('Label printer')
    expect(clip('', 5)).toBe('')
  })

  test('ends in an ellipsis where it does not, within the limit', () => {
    expect(clip('Label printer', 12)).toBe('Label print…')
    expect(clip('Label printer', 7)).toBe('Label…')
  })

  test('keeps what people see as one character whole', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(clip(family.repeat(3), 3)).toBe(family.repeat(3))
    expect(clip(family.repeat(5), 3)).toBe(`${family.repeat(2)}…`)
  })

  test('puts several lines on one', () => {
    expect(clip(' a\r\n\tb\u0000c ', 10)).toBe('a b c')
  })

  test('is found as soon in a very long text as in a short one', () => {
    expect(clip(' '.repeat(1_000_000), 10)).toBe('…')
    expect(clip('é'.repeat(1_000_000), 4)).toBe('ééé…')
  })
})
