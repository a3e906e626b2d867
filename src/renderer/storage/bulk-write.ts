import { author, type Intent, type JustWritten } from '@domain/merge/intent'
import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { finish } from '@domain/triage/sliced-sort'
import { sendLines } from './arriving'
import type { AuthorState } from './author-state'
import type { ChangeRecord, EngagementDatabase, Segment } from './database'
import { WayBack } from './inverse'
import { bulkSegmentSize, encodeSegment } from './log'
import type { ChangeKind } from './session'
import { appendToLog } from './write'
import type { WrittenElsewhere } from './written-elsewhere'

export interface BulkWrite {
  readonly id: string
  readonly label: string
  readonly kind: ChangeKind
  readonly cause: string
  readonly laptop: LaptopId
  readonly by: string
  readonly now: Instant
  readonly from: AuthorState
}

/**
 * Writes a long list of intents into the log as one change, in a worker. The replica is what the writer saw;
 * it is left as it was. Each segment also goes to `segmentsTo`, for a session that shows the change at once.
 * @throws WriteRefused
 */
export async function writeInBulk(
  database: EngagementDatabase,
  replica: Replica,
  intents: Iterable<Intent>,
  write: BulkWrite,
  report: (written: number) => void,
  segmentsTo?: MessagePort,
): Promise<WrittenElsewhere> {
  const back = new WayBack(replica)
  const justWritten: JustWritten = new Map()
  let { clock, seq } = write.from
  let count = 0
  function* segments(): Generator<Segment> {
    for (const piece of pieces(intents, bulkSegmentSize)) {
      const { laptop, by, now, cause } = write
      const authored = author(piece, replica, { laptop, by, now, cause, clock, seq }, justWritten)
      const segment = encodeSegment(authored.operations)
      if (segmentsTo) sendLines(segmentsTo, segment)
      yield segment
      back.add(authored.operations)
      clock = authored.clock
      seq = authored.seq
      count += authored.operations.length
      report(count)
    }
  }
  const change = (): ChangeRecord => {
    const { id, label, kind, by, now: at } = write
    return { id, label, at, by, kind, operations: count, standing: 'done' }
  }
  const position = await appendToLog(database, {
    segments: segments(),
    told: () => ({ change: change(), inverse: finish(back.intents()) }),
    dropsUndone: true,
  })
  return { change: change(), position }
}

function* pieces<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let piece: T[] = []
  for (const item of items) {
    piece.push(item)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}
