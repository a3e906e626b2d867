import type { Operation } from '@domain/merge/operation'
import { formatStamp, type LaptopId, type Stamp } from '@domain/merge/stamp'
import { editsInRounds, keyOf, startedAt, type Writer } from '../edits/edits'

const laptops: Readonly<Record<Writer, LaptopId>> = { 0: 'laptop0aaa', 1: 'laptop0bbb', 2: 'laptop0ccc' }
const people: Readonly<Record<Writer, string>> = { 0: 'Ada', 1: 'Ben', 2: 'Cem' }

/** The writes standing in each field of a row, as all know them; several where they were made blind. */
type Standing = Record<string, readonly Stamp[]>

/** The edits as operations of three laptops, a round at a time, each knowing what its writer knew. */
export function* operationsInRounds(count: number): Generator<readonly Operation[]> {
  const standing: Standing[] = []
  const seqs = { 0: 0, 1: 0, 2: 0 }
  let made = 0
  for (const round of editsInRounds(count)) {
    const own: Map<string, Stamp>[] = [new Map(), new Map(), new Map()]
    yield round.map(({ writer, row, isNew, fields }): Operation => {
      const laptop = laptops[writer]
      const stamp = formatStamp({ wall: startedAt + made++, counter: 0, laptop })
      const written = own[writer]
      const was: Record<string, readonly Stamp[]> = {}
      for (const field in fields) {
        const id = `${row} ${field}`
        const mine = written?.get(id)
        const seen = mine ? [mine] : standing[row]?.[field]
        if (seen) was[field] = seen
        written?.set(id, stamp)
      }
      const operation = { stamp, laptop, seq: ++seqs[writer], by: people[writer], entity: 'issue' }
      return { ...operation, key: keyOf(row), fields, ...(!isNew && { was }) }
    })
    exchange(own, standing)
  }
}

function exchange(own: readonly ReadonlyMap<string, Stamp>[], standing: Standing[]): void {
  const written = new Map<string, Stamp[]>()
  for (const stamps of own)
    for (const [id, stamp] of stamps) written.set(id, [...(written.get(id) ?? []), stamp])
  for (const [id, stamps] of written) {
    const [row, field = ''] = id.split(' ')
    const place = Number(row)
    standing[place] ??= {}
    standing[place][field] = stamps
  }
}
