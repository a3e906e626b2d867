import { unpackNamed } from '@domain/merge/named-operations'
import type { Operation } from '@domain/merge/operation'
import { packedBeginning, packOperations, unpackOperations } from '@domain/merge/packed-operations'
import { checksum, isWhole } from './checksum'
import type { EngagementDatabase, Segment } from './database'

/** About this many operations stand in one segment. */
export const segmentSize = 1_000
/** What a worker writes at once: the disk takes few large records in half the time of many. */
export const bulkSegmentSize = 2_000

/** How segments begin that version 1 of the schema wrote: each operation a line of JSON with every name in full. */
const plainLine = '{'

/** A record of the database that cannot be what was written. */
export class DamagedRecord extends Error {
  /** @param segment which stretch of the log it is; none where it is the snapshot */
  constructor(readonly segment?: number) {
    super(`The stored ${segment === undefined ? 'snapshot' : `segment ${segment} of the log`} is damaged.`)
    this.name = 'DamagedRecord'
  }
}

export function encodeSegment(operations: readonly Operation[]): Segment {
  const lines = utf8(packOperations(operations))
  return { lines, count: operations.length, checksum: checksum(lines) }
}

/** The segment, if it is what was written. @throws DamagedRecord */
export function checkedSegment(segment: Segment): Segment {
  if (!isWhole(segment.lines, segment.checksum)) throw new DamagedRecord(segment.id ?? 0)
  return segment
}

/** @throws DamagedRecord when the lines are not what was written. */
export function decodeSegment(segment: Segment): Operation[] {
  return operationsIn(checkedSegment(segment))
}

/** A segment's operations; for one that has just been written, or whose checksum was checked before. */
export function operationsIn(segment: Pick<Segment, 'lines'>): Operation[] {
  return [...eachOperationIn(segment)]
}

/** The same, one by one, for whoever gives way to the screen between them. */
export function eachOperationIn(segment: Pick<Segment, 'lines'>): Iterable<Operation> {
  const text = textOf(segment)
  if (text.startsWith(packedBeginning)) return unpackOperations(text)
  return text.startsWith(plainLine) ? text.split('\n').map((line) => JSON.parse(line)) : unpackNamed(text)
}

const mostBytesPerUnit = 3
const encoder = new TextEncoder()
/** Used again for each text: fresh memory costs more than to write into it. */
let room = new Uint8Array()

/** `TextEncoder.encodeInto` is several times as quick as `encode`. */
function utf8(text: string): Uint8Array {
  const needed = text.length * mostBytesPerUnit
  if (room.length < needed) room = new Uint8Array(needed)
  return room.slice(0, encoder.encodeInto(text, room).written)
}

/** A segment's lines as text. */
export function textOf({ lines }: Pick<Segment, 'lines'>): string {
  return new TextDecoder().decode(lines)
}

/** Few enough that taking them over does not hold up a frame. */
const segmentsAtOnce = 8

/**
 * Segments after a position, in order, a few at a time so that a long log never stands in memory at once. The
 * next few are under way while these are looked at.
 */
export async function* segmentsAfter(
  database: EngagementDatabase,
  position: number,
): AsyncGenerator<Segment> {
  const read = (from: number) => database.segments.where('id').above(from).limit(segmentsAtOnce).toArray()
  let segments = await read(position)
  for (;;) {
    const last = segments.at(-1)?.id
    if (segments.length < segmentsAtOnce || last === undefined) {
      yield* segments
      return
    }
    const following = read(last)
    // Whoever stops early does not want to hear of it; whoever goes on is told below.
    following.catch(() => undefined)
    yield* segments
    segments = await following
  }
}

export async function lastPosition(database: EngagementDatabase): Promise<number> {
  const last = await database.segments.orderBy('id').lastKey()
  return typeof last === 'number' ? last : 0
}

/**
 * Folds runs of small segments together, operations unchanged and in order. Each run keeps the id of its last
 * segment, so positions that were handed out stay true; what one bundle brought stays apart from the rest.
 */
export async function foldSegments(database: EngagementDatabase): Promise<number> {
  const small = segmentSize / 2
  let folded = 0
  let run: Segment[] = []
  const fold = async () => {
    const last = run.at(-1)
    if (run.length > 1 && last?.id !== undefined) {
      const { id, bundle } = last
      const merged: Segment = { id, ...encodeSegment(run.flatMap(operationsIn)), ...(bundle && { bundle }) }
      const gone = run.slice(0, -1).flatMap(({ id }) => (id === undefined ? [] : [id]))
      await database.transaction('rw', database.segments, async () => {
        await database.segments.put(merged)
        await database.segments.bulkDelete(gone)
      })
      folded += gone.length
    }
    run = []
  }
  for await (const segment of segmentsAfter(database, 0)) {
    checkedSegment(segment)
    const total = run.reduce((sum, { count }) => sum + count, 0)
    const isOfAnother = run.length > 0 && run[0]?.bundle !== segment.bundle
    if (isOfAnother || segment.count >= small || total + segment.count > segmentSize) await fold()
    if (segment.count < small) run.push(segment)
  }
  await fold()
  return folded
}
