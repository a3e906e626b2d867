import { Heads, type StoredHeads } from '@domain/merge/heads'
import { Replica } from '@domain/merge/replica'
import type { Seen } from '@domain/merge/seen'
import { checksum, isWhole } from './checksum'
import type { EngagementDatabase, SnapshotChunk } from './database'
import { DamagedRecord } from './log'
import { pace } from './pace'
import { RowPacker, RowUnpacker } from './packed-rows'
import { bytesOf, rowsIn } from './snapshot-bytes'

/** As many as take a few milliseconds to unpack. */
const rowsPerChunk = 1_000
/** Chunks are read a few at a time: all at once would hold the screen's thread while they are copied. */
const chunksAtOnce = 4

/** How rows and heads are written down here. What has another shape is passed over: the log alone can stand in. */
const snapshotShape = 7

interface SnapshotHead {
  readonly shape: number
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

/** All rows of a replica as they are stored, but for the place in the log that they stand for. */
export interface Snapshot {
  readonly chunks: readonly SnapshotChunk[]
  readonly heads: StoredHeads
  readonly head: Omit<SnapshotHead, 'position'>
}

/** Writes all rows of a replica that has applied everything up to `position`, in place of the last snapshot. */
export async function writeSnapshot(
  database: EngagementDatabase,
  replica: Replica,
  position: number,
): Promise<void> {
  await storeSnapshot(database, makeSnapshot(replica), position)
}

export function makeSnapshot(replica: Replica): Snapshot {
  const chunks: SnapshotChunk[] = []
  const packer = new RowPacker(replica.heads)
  for (const entity of replica.entityNames()) {
    const table = [...replica.table(entity).values()]
    for (let from = 0; from < table.length; from += rowsPerChunk) {
      const packed = packer.pack(entity, table.slice(from, from + rowsPerChunk))
      const rows = bytesOf(packed)
      chunks.push({ index: chunks.length, rows, checksum: checksum(rows) })
    }
  }
  const heads = packer.heads.toStored()
  const head = {
    shape: snapshotShape,
    operations: replica.size,
    chunks: chunks.length,
    headsChecksum: checksumOfHeads(heads),
    seen: [...replica.seen].map(
      ([laptop, { to, stamp, beyond }]) => [laptop, to, stamp, [...beyond]] as const,
    ),
  }
  return { chunks, heads, head }
}

/** Puts a snapshot in place of the last one; part of the caller's transaction where there is one. */
export async function storeSnapshot(
  database: EngagementDatabase,
  { chunks, heads, head }: Snapshot,
  position: number,
): Promise<void> {
  const placed: SnapshotHead = { position, ...head }
  await database.transaction('rw', database.snapshot, database.facts, async () => {
    await database.snapshot.clear()
    await database.snapshot.bulkAdd([...chunks])
    await database.facts.bulkPut([
      { name: 'snapshot', value: placed },
      { name: 'snapshotHeads', value: heads },
    ])
  })
}

/** From now on the log alone tells the rows; part of the caller's transaction. */
export async function dropSnapshot({ snapshot, facts }: EngagementDatabase): Promise<void> {
  await snapshot.clear()
  await facts.bulkDelete(['snapshot', 'snapshotHeads'])
}

/** A snapshot as it is stored, not looked at yet. */
export interface StoredSnapshot {
  readonly head: unknown
  readonly heads: unknown
  /** In order, some at a time. */
  readonly chunks: Iterable<readonly SnapshotChunk[]> | AsyncIterable<readonly SnapshotChunk[]>
}

/** Rows, and the position from which the log goes on. */
export interface Restored {
  readonly replica: Replica
  readonly position: number
}

/**
 * Rows out of the last snapshot; an empty replica and 0 when there is none, or only one of another shape.
 * @throws DamagedRecord when it is not what was written; the log alone can then stand in for it.
 */
export async function readSnapshot(database: EngagementDatabase): Promise<Restored> {
  const [head, heads] = await database.facts.bulkGet(['snapshot', 'snapshotHeads'])
  return unpackSnapshot({ head: head?.value, heads: heads?.value, chunks: chunksIn(database) })
}

async function* chunksIn({ snapshot }: EngagementDatabase): AsyncGenerator<readonly SnapshotChunk[]> {
  const read = (from: number) =>
    snapshot
      .where('index')
      .between(from, from + chunksAtOnce)
      .toArray()
  let chunks = await read(0)
  for (let from = chunksAtOnce; chunks.length > 0; from += chunksAtOnce) {
    // The next few are under way while these are unpacked.
    const following = read(from)
    following.catch(() => undefined)
    yield chunks
    chunks = await following
  }
}

/** @throws DamagedRecord */
export async function unpackSnapshot(stored: StoredSnapshot): Promise<Restored> {
  const head = stored.head as SnapshotHead | undefined
  if (head?.shape !== snapshotShape) return { replica: new Replica(), position: 0 }
  const storedHeads = stored.heads as StoredHeads | undefined
  if (!storedHeads || checksumOfHeads(storedHeads) !== head.headsChecksum) throw new DamagedRecord()
  const heads = Heads.fromStored(storedHeads)
  const replica = new Replica(heads)
  const unpacker = new RowUnpacker(heads)
  const turn = pace()
  let count = 0
  for await (const chunks of stored.chunks) {
    for (const { rows, checksum: sum } of chunks) {
      await turn()
      if (!isWhole(rows, sum)) throw new DamagedRecord()
      const packed = rowsIn(rows)
      for (const row of unpacker.unpack(packed, replica.table(packed.entity)))
        replica.conflicts.note(packed.entity, row, row.values)
      count++
    }
  }
  if (count !== head.chunks) throw new DamagedRecord()
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

function checksumOfHeads({ numbers, knownHands, trackedValues }: StoredHeads): number {
  const sum = checksum(new Uint8Array(numbers.buffer))
  return checksum(new TextEncoder().encode(JSON.stringify([sum, knownHands, trackedValues])))
}
