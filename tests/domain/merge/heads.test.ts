import { Heads } from '@domain/merge/heads'
import type { Operation } from '@domain/merge/operation'
import { formatStamp } from '@domain/merge/stamp'
import { describe, expect, it } from 'vitest'

const laptops = ['laptopaaaa', 'laptopbbbb']

function operation(index: number): Operation {
  const laptop = laptops[index % 2] as string
  return {
    stamp: formatStamp({ wall: 1_800_000_000_000 + index, counter: index % 5, laptop }),
    laptop,
    seq: index + 1,
    by: `person ${index % 3}`,
    entity: 'issue',
    key: 'a',
    fields: {},
    ...(index % 4 === 0 && { at: index }),
    ...(index % 7 === 0 && { cause: 'import:1' }),
  }
}

describe('heads', () => {
  const operations = Array.from({ length: 10_000 }, (_, index) => operation(index))
  const heads = new Heads()
  const places = operations.map((one) => heads.add(one))

  const told = (of: Heads, head: number) => ({
    stamp: of.stamp(head),
    by: of.by(head),
    at: of.at(head),
    imported: of.imported(head),
  })
  const expected = operations.map(({ stamp, by, at, cause }, index) => ({
    stamp,
    by,
    at: at ?? 1_800_000_000_000 + index,
    imported: cause !== undefined,
  }))

  it('tell of each operation what was written, however many there are', () => {
    expect(places.map((head) => told(heads, head))).toEqual(expected)
  })

  it('are the same when they come out of a snapshot, and go on growing', () => {
    const restored = Heads.fromStored(structuredClone(heads.toStored()))
    const more = restored.add(operation(10_000))
    expect(more).toBe(10_000)
    expect(places.map((head) => told(restored, head))).toEqual(expected)
    expect(restored.stamp(more)).toBe(operation(10_000).stamp)
    expect(restored.compare(more, 9_999)).toBeGreaterThan(0)
  })
})
