import { encodeBackup } from '@domain/bundle/backup'
import type { LaptopId } from '@domain/merge/stamp'
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

/** The whole engagement as one file, in pieces, and how many operations are in it. */
export async function backup(
  { engagement, name, client, laptop, now }: BackupInput,
  report: Report,
): Promise<{ pieces: Uint8Array[]; operations: number }> {
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
    const seen = Object.fromEntries([...replica.seen].map(([other, { to }]) => [other, to]))
    const pieces: Uint8Array[] = []
    for await (const piece of encodeBackup({
      engagement: { id: engagement, name, client },
      laptop,
      writtenAt: now,
      seen,
      operations: log(),
    }))
      pieces.push(piece)
    return { pieces, operations: total }
  } finally {
    database.close()
  }
}
