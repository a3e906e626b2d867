import { Heads, type StoredHeads } from '@domain/merge/heads'
import { Replica, type Seen } from '@domain/merge/replica'
import { checksum, isWhole } from './checksum'
import type { EngagementDatabase, SnapshotChunk } from './database'
import { DamagedRecord } from './log'
import { pace } from './pace'
import { RowPacker, RowUnpacker, type StoredRow } from './stored-row'

const rowsPerChunk = 250
/** Chunks are read a few at a time: all at once would hold the screen's thread while they are copied. */
const chunksAtOnce = 16

interface SnapshotHead {
  /** The last segment that is in it. */
  readonly position: number
  readonly operations: number
  readonly chunks: number
  readonly headsChecksum: number
  readonly seen: readonly (readonly [
    laptop: string,
    seq: number,
    stamp: string,
    beyond: readonly (readonly [number, string])[],
  ])[]
}

/** Writes all rows of a replica that has applied everything up to `position`, in place of the last snapshot. */
export async function writeSnapshot(
  database: EngagementDatabase,
  replica: Replica,
  position: number,
): Promise<void> {
  const chunks: SnapshotChunk[] = []
  const packer = new RowPacker(replica.heads)
  let rows: StoredRow[] = []
  const close = () => {
    const packed = new TextEncoder().encode(JSON.stringify(rows))
    chunks.push({ index: chunks.length, rows: packed, checksum: checksum(packed) })
    rows = []
  }
  for (const entity of replica.entityNames()) {
    for (const row of replica.table(entity).values()) {
      rows.push(packer.pack(entity, row))
      if (rows.length === rowsPerChunk) close()
    }
  }
  close()
  const heads = packer.heads.toStored()
  const head: SnapshotHead = {
    position,
    operations: replica.size,
    chunks: chunks.length,
    headsChecksum: checksumOfHeads(heads),
    seen: [...replica.seen].map(([laptop, { to, stamp, beyond }]) => [laptop, to, stamp, [...beyond]]),
  }
  await database.transaction('rw', database.snapshot, database.facts, async () => {
    await database.snapshot.clear()
    await database.snapshot.bulkAdd(chunks)
    await database.facts.bulkPut([
      { name: 'snapshot', value: head },
      { name: 'snapshotHeads', value: heads },
    ])
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
  const [fact, storedHeads] = await database.facts.bulkGet(['snapshot', 'snapshotHeads'])
  if (!fact) return { replica: new Replica(), position: 0 }
  const head = fact.value as SnapshotHead
  const stored = storedHeads?.value as StoredHeads | undefined
  if (!stored || checksumOfHeads(stored) !== head.headsChecksum) throw new DamagedRecord('snapshot')
  const heads = Heads.fromStored(stored)
  const replica = new Replica(heads)
  const unpacker = new RowUnpacker(heads)
  const turn = pace()
  const read = (from: number) =>
    database.snapshot
      .where('index')
      .between(from, from + chunksAtOnce)
      .toArray()
  let following = read(0)
  for (let from = 0; from < head.chunks; from += chunksAtOnce) {
    const chunks = await following
    // The next few are under way while these are unpacked.
    if (from + chunksAtOnce < head.chunks) following = read(from + chunksAtOnce)
    if (chunks.length !== Math.min(chunksAtOnce, head.chunks - from)) throw new DamagedRecord('snapshot')
    for (const { rows, checksum: sum } of chunks) {
      await turn()
      if (!isWhole(rows, sum)) throw new DamagedRecord('snapshot')
      for (const row of JSON.parse(new TextDecoder().decode(rows)) as StoredRow[])
        replica.table(row[0]).set(row[1], unpacker.unpack(row))
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

function checksumOfHeads({ laptopNames, authorNames, ...columns }: StoredHeads): number {
  const sums = Object.values(columns).map((column) => checksum(new Uint8Array(column.buffer)))
  return checksum(new TextEncoder().encode(JSON.stringify([sums, laptopNames, authorNames])))
}
