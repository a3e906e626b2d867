import { unpackNamed } from '@domain/merge/named-operations'
import type { Operation } from '@domain/merge/operation'
import { packOperations, unpackOperations } from '@domain/merge/packed-operations'
import { formatStamp } from '@domain/merge/stamp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const laptop = fc.stringMatching(/^[0-9a-z]{10}$/)
const stamp = fc
  .record({ wall: fc.nat(), counter: fc.nat({ max: 36 ** 4 - 1 }), laptop })
  .map((parts) => formatStamp(parts))
// No name is `__proto__`: an operation from outside comes through its schema, which drops it.
const name = fc
  .oneof(
    fc.constantFrom('title', 'column:Fix version', 'tag:billing', 'tag:go-live', 'constructor', ''),
    fc.string({ unit: 'binary' }),
  )
  .filter((text) => text !== '__proto__')
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\n', '“quoted”', '"', '\u2028'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.boolean(),
  fc.constant(null),
)
const operation: fc.Arbitrary<Operation> = fc
  .record(
    {
      stamp,
      seq: fc.integer({ min: 1 }),
      by: name,
      entity: name,
      key: fc.string(),
      fields: fc.dictionary(name, value),
      was: fc.dictionary(name, fc.array(stamp, { minLength: 1, maxLength: 3 }), { minKeys: 1 }),
      at: fc.integer(),
      cause: name,
    },
    { requiredKeys: ['stamp', 'seq', 'by', 'entity', 'key', 'fields'] },
  )
  .map((fields) => ({ ...fields, laptop: fields.stamp.slice(-10) }))

describe('packed operations', () => {
  it('come out as they went in, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 20 }), (operations) => {
        expect([...unpackOperations(packOperations(operations))]).toEqual(operations)
      }),
    )
  })

  it('read what version 2 wrote', () => {
    const text = [
      '["Jira","issue","import:1","title","tag:slow"]',
      '["0mhb1xyz0.0001.aaaaaaaaaa",7,0,1,"jira:OPS-1",1700000000000,2,null,3,"Late “again”",4,true]',
      '["0mhb1xyz0.0002.aaaaaaaaaa",8,0,1,"jira:OPS-1",null,null,{"title":["0mhb1xyz0.0001.aaaaaaaaaa"]},3,"Late"]',
    ].join('\n')
    expect(unpackNamed(text)).toEqual([
      {
        stamp: '0mhb1xyz0.0001.aaaaaaaaaa',
        laptop: 'aaaaaaaaaa',
        seq: 7,
        by: 'Jira',
        entity: 'issue',
        key: 'jira:OPS-1',
        fields: { title: 'Late “again”', 'tag:slow': true },
        at: 1_700_000_000_000,
        cause: 'import:1',
      },
      {
        stamp: '0mhb1xyz0.0002.aaaaaaaaaa',
        laptop: 'aaaaaaaaaa',
        seq: 8,
        by: 'Jira',
        entity: 'issue',
        key: 'jira:OPS-1',
        fields: { title: 'Late' },
        was: { title: ['0mhb1xyz0.0001.aaaaaaaaaa'] },
      },
    ])
  })

  it('say each name once', () => {
    const written = Array.from(
      { length: 100 },
      (_, index): Operation => ({
        stamp: formatStamp({ wall: 1, counter: index, laptop: 'aaaaaaaaaa' }),
        laptop: 'aaaaaaaaaa',
        seq: index + 1,
        by: 'Jira',
        entity: 'issue',
        key: `jira:OPS-${index}`,
        fields: { 'column:Fix versions': 'R7' },
      }),
    )
    expect(packOperations(written).split('column:Fix versions')).toHaveLength(2)
  })
})
