import type { Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import type { Row } from '@domain/merge/row'
import { formatStamp, type Stamp } from '@domain/merge/stamp'
import type { Fields } from '@domain/model/value'
import { describe, expect, it } from 'vitest'
import { RowPacker, RowUnpacker } from '../../../src/renderer/storage/packed-rows'
import { bytesOf, rowsIn } from '../../../src/renderer/storage/snapshot-bytes'
import { monday } from '../../support/storage'

const stampOf = (laptop: string, seq: number): Stamp =>
  formatStamp({ wall: monday + seq, counter: 0, laptop } as Parameters<typeof formatStamp>[0])

function operation(
  laptop: string,
  seq: number,
  key: string,
  fields: Fields,
  more: Partial<Operation> = {},
): Operation {
  return { stamp: stampOf(laptop, seq), laptop, seq, by: 'Ada', entity: 'issue', key, fields, ...more }
}

/** Rows as they are told apart by what they say, not by which numbers their heads have. */
function told(rows: Iterable<Row>): unknown[] {
  return [...rows].map(
    ({ heads, key, values, first, begun, touched, states, sourced, overwritten, trail }) => ({
      key,
      values,
      heads: [first, begun, touched].map((head) => heads.stamp(head)),
      states: Object.entries(states ?? {}).map(([field, state]) => [
        field,
        typeof state === 'number'
          ? heads.stamp(state)
          : [state.awaited, state.leaves.map(({ head, value }) => [heads.stamp(head), value])],
      ]),
      sourced: Object.entries(sourced ?? {}).map(([field, { head, value }]) => [
        field,
        heads.stamp(head),
        value,
      ]),
      overwritten: Object.entries(overwritten ?? {}).map(([field, words]) => [
        field,
        words.map(({ head, value }) => [heads.stamp(head), value]),
      ]),
      trail: trail?.map((number, index) =>
        index % 2 === 0 ? heads.stamp(number) : heads.tracked.at(number),
      ),
    }),
  )
}

/** Through bytes, as a snapshot goes, in chunks of two rows. */
function packedAndUnpacked(replica: Replica): Map<string, Row> {
  const packer = new RowPacker(replica.heads)
  const rows = [...replica.table('issue').values()]
  const chunks: Uint8Array[] = []
  for (let from = 0; from < rows.length; from += 2)
    chunks.push(bytesOf(packer.pack('issue', rows.slice(from, from + 2))))
  const table = new Map<string, Row>()
  const unpacker = new RowUnpacker(packer.heads)
  for (const chunk of chunks) unpacker.unpack(rowsIn(chunk), table)
  return table
}

describe('packed rows', () => {
  const [a, b] = ['aaaaaaaaaa', 'bbbbbbbbbb']
  const long = 'A text that is longer than what is kept as a word, “quoted” and all.'

  it('say what the rows said: values of every kind, conflicts, awaited writes, sources and history', () => {
    const replica = new Replica()
    const operations = [
      operation(a, 1, 'one', {
        title: 'One',
        severity: 3,
        status: 'new',
        note: null,
        demo: true,
        'tag:late': true,
      }),
      operation(a, 2, 'two', {
        title: long,
        severity: 3,
        status: '3',
        usersAffected: 3.5,
        'column:Number': 3,
      }),
      operation(
        a,
        3,
        'one',
        { severity: 1, status: 'triaged', description: long },
        { was: { severity: [stampOf(a, 1)] } },
      ),
      operation(b, 1, 'one', { severity: 2 }, { was: { severity: [stampOf(a, 1)] }, by: 'Ben' }),
      operation(b, 2, 'two', { status: 'closed' }, { was: { status: [stampOf(a, 9)] } }),
      operation(b, 3, 'three', { status: 'new', title: '' }, { at: monday - 1_000, cause: 'import:1' }),
      operation(b, 4, 'three', { status: 'resolved' }, { at: monday - 9_000, cause: 'import:2' }),
      operation(b, 5, 'four', { 'tag:late': true }),
    ]
    for (const each of operations) replica.apply(each)
    const unpacked = packedAndUnpacked(replica)
    expect(told(unpacked.values())).toEqual(told(replica.table('issue').values()))
    expect([...unpacked.keys()]).toEqual(['one', 'two', 'three', 'four'])
  })

  it('are far shorter than the rows written out', () => {
    const replica = new Replica()
    for (let seq = 1; seq <= 1_000; seq++)
      replica.apply(
        operation(a, seq, `issue-${seq}`, { reporterUnit: 'Customer Centre North', component: 'Billing' }),
      )
    const rows = [...replica.table('issue').values()]
    const written = JSON.stringify(rows.map(({ key, values }) => [key, values])).length
    const packed = bytesOf(new RowPacker(replica.heads).pack('issue', rows))
    expect(packed.length).toBeLessThan(0.6 * written)
  })
})
