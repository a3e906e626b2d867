import { TrackedValues } from '@domain/merge/tracked-values'
import { describe, expect, it } from 'vitest'

describe('tracked fields and their values as numbers', () => {
  const values = [1, '1', 'new', null, '', true, 2, 'person:a']
  const everything = ['status', 'owner', 'severity.1.name'].flatMap((field) =>
    values.map((value) => ({ field, value })),
  )

  it('tell every field with every value apart, and give both back', () => {
    const tracked = new TrackedValues()
    const numbers = everything.map(({ field, value }) => tracked.of(field, value))
    expect(new Set(numbers).size).toBe(everything.length)
    expect(numbers.map((number) => tracked.at(number))).toEqual(everything)
    expect(everything.map(({ field, value }) => tracked.of(field, value))).toEqual(numbers)
  })

  it('mean the same once stored and read', () => {
    const tracked = new TrackedValues()
    const numbers = everything.map(({ field, value }) => tracked.of(field, value))
    const read = new TrackedValues(structuredClone(tracked.all))
    expect(numbers.map((number) => read.at(number))).toEqual(everything)
    expect(everything.map(({ field, value }) => read.of(field, value))).toEqual(numbers)
  })

  it('are none that were not given out', () => {
    expect(() => new TrackedValues().at(0)).toThrow(RangeError)
  })
})
