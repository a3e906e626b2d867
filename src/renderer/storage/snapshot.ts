import { Replica, type Seen } from '@domain/merge/replica'
import type { Row } from '@domain/merge/row'
import { checksum } from './checksum'
import type { EngagementDatabase, SnapshotChunk } from './database'
import { DamagedRecord } from './log'
import { pace } from './pace'

const rowsPerChunk = 250
/** Chunks are read a few at a time: all at once would hold the screen's thread while they are copied. */
const chunksAtOnce = 16

interface Head {
  /** The last segment that is in it. */
  readonly position: number
  readonly operations: number
  readonly chunks: number
  readonly seen: readonly (readonly [
    laptop: string,
    seq: number,
    stamp: string,
    beyond: readonly (readonly [number, string])[],
  ])[]
}

/** Rows as they stand in a chunk: entity, then the row's own members. */
type StoredRow = readonly [entity: string, row: Row]

/** Writes all rows of a replica that has applied everything up to `position`, in place of the last snapshot. */
export async function writeSnapshot(
  database: EngagementDatabase,
  replica: Replica,
  position: number,
): Promise<void> {
  const chunks: SnapshotChunk[] = []
  let rows: StoredRow[] = []
  const close = () => {
    const text = JSON.stringify(rows)
    chunks.push({ index: chunks.length, text, checksum: checksum(text) })
    rows = []
  }
  for (const entity of replica.entityNames()) {
    for (const row of replica.table(entity).values()) {
      rows.push([entity, row])
      if (rows.length === rowsPerChunk) close()
    }
  }
  close()
  const head: Head = {
    position,
    operations: replica.size,
    chunks: chunks.length,
    seen: [...replica.seen].map(([laptop, { to, stamp, beyond }]) => [laptop, to, stamp, [...beyond]]),
  }
  await database.transaction('rw', database.snapshot, database.facts, async () => {
    await database.snapshot.clear()
    await database.snapshot.bulkAdd(chunks)
    await database.facts.put({ name: 'snapshot', value: head })
  })
}

/**
 * Rows out of the last snapshot, and the position from which the log goes on; an empty replica and 0 when
 * there is none.
 * @throws DamagedRecord when it is not what was written; the log alone can then stand in for it.
 */
export async function readSnapshot(
  database: EngagementDatabase,
): Promise<{ replica: Replica; position: number }> {
  const replica = new Replica()
  const fact = await database.facts.get('snapshot')
  if (!fact) return { replica, position: 0 }
  const head = fact.value as Head
  const turn = pace()
  for (let from = 0; from < head.chunks; from += chunksAtOnce) {
    const chunks = await database.snapshot
      .where('index')
      .between(from, from + chunksAtOnce)
      .toArray()
    if (chunks.length !== Math.min(chunksAtOnce, head.chunks - from)) throw new DamagedRecord('snapshot')
    for (const { text, checksum: sum } of chunks) {
      await turn()
      if (checksum(text) !== sum) throw new DamagedRecord('snapshot')
      for (const [entity, row] of JSON.parse(text) as StoredRow[]) replica.table(entity).set(row.key, row)
    }
  }
  replica.restore(
    head.seen.map(([laptop, to, stamp, beyond]): [string, Seen] => [
      laptop,
      {
        to,
        stamp: stamp as Seen['stamp'],
        beyond: new Map(beyond) as Seen['beyond'],
        beyondStamps: new Set(beyond.map(([, early]) => early)) as Seen['beyondStamps'],
      },
    ]),
    head.operations,
  )
  return { replica, position: head.position }
}
