import { fold, indexedWordsOf, longestWord, sortKeyOf, wordsOf } from '@domain/triage/fold'
import { FoldedTexts } from '@domain/triage/folded-texts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('folding', () => {
  test.each([
    ['GEHÄLTER', 'gehalter'],
    ['Straße', 'strasse'],
    ['İzmir', 'izmir'],
    ['ＦＵＬＬ', 'full'],
    ['ﬁle', 'file'],
    ['Łódź Ærø', 'lodz aero'],
  ])('%s reads as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('words', () => {
  test('keys and addresses stay whole as typed, and are found by their parts', () => {
    expect(wordsOf('see TES-25, (anna@client.example)!')).toEqual(['see', 'tes-25', 'anna@client.example'])
    expect(indexedWordsOf('TES-25')).toEqual(['tes-25', 'tes', '25'])
  })

  test('scripts without spaces give one word per character', () => {
    expect(wordsOf('工資 log')).toEqual(['工', '資', 'log'])
  })

  test('no cell can fill the vocabulary', () => {
    expect(wordsOf('x'.repeat(100_000))).toEqual(['x'.repeat(longestWord)])
  })
})

test('numbers in texts sort by their value', () => {
  const keys = ['TES-10', 'tes-9', 'Tes-1']
  expect(keys.toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))).toEqual([
    'Tes-1',
    'tes-9',
    'TES-10',
  ])
})

test('looking for a part in many texts at once finds what looking into each finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'ä', '\n', ' '), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(text), fc.array(text), text, (first, later, part) => {
      const texts = new FoldedTexts()
      texts.append(first)
      texts.append(later)
      const plain = (some: string) => fold(some).replaceAll('\n', ' ')
      const expected = [...first, ...later].map((some) => (plain(some).includes(plain(part)) ? 1 : 0))
      expect([...texts.containing(part)]).toEqual(expected)
    }),
  )
})
