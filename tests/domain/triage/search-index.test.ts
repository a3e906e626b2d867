import { Bits } from '@domain/triage/bits'
import { SearchIndex, SearchIndexBuilder } from '@domain/triage/search-index'
import { describe, expect, it } from 'vitest'

const size = 200_000

function indexOf(texts: readonly (readonly [position: number, text: string])[]): SearchIndex {
  const builder = new SearchIndexBuilder()
  for (const [position, text] of texts) builder.add(position, text)
  return new SearchIndex(builder.finish())
}

function found(index: SearchIndex, beginning: string, among = size): number[] {
  const bits = new Bits(among)
  index.find(beginning, bits)
  return Array.from({ length: among }, (_, position) => position).filter((position) => bits.has(position))
}

describe('the search index', () => {
  it('finds positions however far apart they are', () => {
    const positions = [0, 1, 128, 129, 257, 16_640, 16_641, 40_000, 199_999]
    const index = indexOf(positions.map((position) => [position, 'meter reading']))
    expect(found(index, 'meter')).toEqual(positions)
    expect(found(index, 're')).toEqual(positions)
    expect(found(index, 'meters')).toEqual([])
  })

  it('tells who holds just a word, also as the first thing it is asked', () => {
    const fresh = () =>
      indexOf([
        [3, 'tes 2'],
        [5, 'tes 25'],
        [9, 'tes'],
      ])
    expect(fresh().positionsOf('2', 10)).toEqual([3])
    expect(fresh().positionsOf('tes', 10)).toEqual([3, 5, 9])
    expect(fresh().positionsOf('tes', 2)).toBeUndefined()
    expect(fresh().positionsOf('te', 10)).toEqual([])
  })

  it('takes positions in any order, and again', () => {
    const index = indexOf([
      [700, 'late'],
      [3, 'late later'],
      [700, 'late'],
      [3, 'late'],
      [90_000, 'later'],
    ])
    expect(found(index, 'late')).toEqual([3, 700, 90_000])
    expect(found(index, 'later')).toEqual([3, 90_000])
  })

  it('keeps words of every script apart', () => {
    const index = indexOf([
      [1, 'счёт'],
      [2, 'invoice'],
      [3, 'съезд'],
    ])
    expect(found(index, 'с')).toEqual([1, 3])
    expect(found(index, 'inv')).toEqual([2])
    // The low byte of a Cyrillic letter is that of a plain one.
    expect(found(index, 'A')).toEqual([])
  })

  it('leaves out positions beyond those asked about', () => {
    const index = indexOf([
      [5, 'bill'],
      [50, 'billing'],
      [6, 'billing'],
    ])
    expect(found(index, 'bill', 10)).toEqual([5, 6])
  })

  it('finds nothing where there is nothing', () => {
    expect(found(indexOf([]), 'a')).toEqual([])
  })
})
