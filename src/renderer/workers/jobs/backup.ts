import { encodeBackup } from '@domain/bundle/backup'
import { extentsOf } from '@domain/merge/seen'
import type { LaptopId } from '@domain/merge/stamp'
import { wholeBlobs } from '../../storage/blobs'
import { EngagementDatabase } from '../../storage/database'
import { load } from '../../storage/load'
import { decodeSegment, segmentsAfter } from '../../storage/log'
import type { Report } from '../rpc'

export interface BackupInput {
  readonly engagement: string
  readonly name: string
  readonly client: string
  readonly laptop: LaptopId
  readonly now: number
}

export interface MadeBackup {
  readonly file: Blob
  readonly operations: number
}

/** Pieces of the file are put away when there are so many bytes of them. */
const putAwayFrom = 8 * 1024 * 1024

/**
 * The whole engagement as one file, attached files and all, and how many operations are in it. A `Blob`, which the
 * browser keeps outside of the memory when it is large.
 */
export async function backup(
  { engagement, name, client, laptop, now }: BackupInput,
  report: Report,
): Promise<MadeBackup> {
  const database = new EngagementDatabase(engagement)
  try {
    const { replica } = await load(database)
    const total = replica.size
    let done = 0
    async function* log() {
      for await (const segment of segmentsAfter(database, 0)) {
        yield decodeSegment(segment)
        done += segment.count
        report({ step: 'Backing up', done, total })
      }
    }
    const seen = extentsOf(replica.seen)
    const parts: Blob[] = []
    let pieces: BlobPart[] = []
    let waiting = 0
    const putAway = () => {
      parts.push(new Blob(pieces))
      pieces = []
      waiting = 0
    }
    for await (const piece of encodeBackup({
      engagement: { id: engagement, name, client },
      laptop,
      writtenAt: now,
      seen,
      operations: log(),
      blobs: wholeBlobs(database),
    })) {
      pieces.push(new Uint8Array(piece))
      waiting += piece.length
      if (waiting >= putAwayFrom) putAway()
    }
    putAway()
    return { file: new Blob(parts), operations: total }
  } finally {
    database.close()
  }
}
