import { dump, dumpPieces, dumpText } from '@domain/merge/dump'
import { describe, expect, it } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const issue = (key: string, fields: Record<string, string | number | boolean | null>) => ({
  entity: 'issue',
  key,
  fields,
})

describe('dump', () => {
  it('holds every row of every entity, also of one this version does not know, and keeps nulls', () => {
    const a = makeLaptop('a')
    a.write([
      issue('1', { title: 'Bills stuck', owner: null, 'tag:billing': true }),
      { entity: 'moonPhase', key: 'm', fields: { shape: 'full' } },
    ])
    expect(dump(a.replica)).toEqual({
      entities: {
        issue: { 1: { title: 'Bills stuck', owner: null, 'tag:billing': true } },
        moonPhase: { m: { shape: 'full' } },
      },
      conflicts: [],
    })
  })

  it('is the same text on two laptops that hold the same operations, whatever order they came in', () => {
    const a = makeLaptop('a')
    const b = makeLaptop('b')
    a.write([issue('10', { title: 'x', status: 'new' }), issue('9', { status: 'triaged', title: 'y' })])
    a.write(issue('10', { title: 'z' }))
    b.receive([...a.operations].reverse())
    expect(dumpText(dump(b.replica))).toBe(dumpText(dump(a.replica)))
  })

  it('sorts by code unit, also what looks like a number', () => {
    const a = makeLaptop('a')
    a.write([
      issue('9', { title: 'y' }),
      issue('10', { title: 'x' }),
      issue('ä', { title: 'ü' }),
      issue('Z', { title: '' }),
    ])
    expect(dumpText(dump(a.replica))).toBe(
      '{"conflicts":[],"entities":{"issue":{"10":{"title":"x"},"9":{"title":"y"},"Z":{"title":""},"ä":{"title":"ü"}}}}',
    )
  })

  it('lists conflicts with everything a reviewer needs, the shown value first', () => {
    const a = makeLaptop('a')
    const b = makeLaptop('b')
    a.write(issue('1', { severity: 3 }))
    b.receive(a.operations)
    const [fromA] = a.write(issue('1', { severity: 1 }))
    const [fromB] = b.write(issue('1', { severity: 2 }))
    a.receive(b.operations)
    b.receive(a.operations)
    const expected = [
      {
        entity: 'issue',
        key: '1',
        field: 'severity',
        values: [
          { stamp: fromB?.stamp, value: 2, by: 'b' },
          { stamp: fromA?.stamp, value: 1, by: 'a' },
        ],
      },
    ]
    expect(dump(a.replica).conflicts).toEqual(expected)
    expect(dump(b.replica).conflicts).toEqual(expected)
  })

  it('can be written a row at a time, to the same text', () => {
    const a = makeLaptop('a')
    const b = makeLaptop('b')
    a.write(Array.from({ length: 30 }, (_, index) => issue(`${index}`, { title: `t${index}`, severity: 3 })))
    a.write({ entity: 'team', key: 't', fields: { name: 'Billing "core"\n' } })
    b.receive(a.operations)
    for (const [laptop, severity] of [
      [a, 1],
      [b, 2],
    ] as const) {
      laptop.write([issue('7', { severity }), issue('12', { severity })])
    }
    a.receive(b.operations)
    const text = [...dumpPieces(a.replica)].join('')
    expect(text).toBe(dumpText(dump(a.replica)))
    expect(JSON.parse(text)).toEqual(dump(a.replica))
  })

  it('of an empty replica is empty', () => {
    expect([...dumpPieces(makeLaptop('a').replica)].join('')).toBe('{"conflicts":[],"entities":{}}')
  })
})
