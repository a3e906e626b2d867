import { type OpenedBackup, openBackup } from '@domain/bundle/backup'
import type { Operation } from '@domain/merge/operation'
import { engagementKey } from '@domain/model/engagement'
import { deleteDatabase, EngagementDatabase, type Segment } from '../../storage/database'
import { load } from '../../storage/load'
import { encodeSegment, segmentSize } from '../../storage/log'
import { schemaVersion } from '../../storage/schema-version'
import { WriteRefused } from '../../storage/session'
import { writeSnapshot } from '../../storage/snapshot'
import { writeFailure } from '../../storage/write-failure'
import type { Report } from '../rpc'

export interface Restored {
  readonly engagement: string
  readonly name: string
  readonly client: string
  readonly system: string
  readonly demo: boolean
  readonly operations: number
  /** Lines of the backup that are no operations; everything else is there again. */
  readonly quarantined: number
}

/**
 * Puts a backup in the place of the engagement that it was made of. The file is verified whole first, and
 * replaced is all or nothing.
 * @throws BundleProblem when the file is not what was written; WriteRefused when the disk would not take it.
 */
export async function restore({ bytes }: { bytes: Uint8Array }, report: Report): Promise<Restored> {
  const opened = await openBackup(bytes)
  const { segments, operations, quarantined } = segmentsOf(opened, report)
  const { id, name, client } = opened.manifest.engagement
  const database = await replaced(id, segments)
  try {
    const { replica, position } = await load(database)
    await writeSnapshot(database, replica, position)
    const values = replica.rows('engagement').get(engagementKey)?.values
    return {
      engagement: id,
      name: values?.name ?? name,
      client: values?.client ?? client,
      system: values?.system ?? '',
      demo: values?.demo ?? false,
      operations,
      quarantined,
    }
  } finally {
    database.close()
  }
}

function segmentsOf({ manifest, lines }: OpenedBackup, report: Report) {
  const segments: Segment[] = []
  let piece: Operation[] = []
  let operations = 0
  let quarantined = 0
  const close = () => {
    segments.push(encodeSegment(piece))
    operations += piece.length
    piece = []
    report({ step: 'Restoring', done: operations, total: manifest.operations })
  }
  for (const line of lines()) {
    if ('operation' in line) piece.push(line.operation)
    else quarantined++
    if (piece.length === segmentSize) close()
  }
  if (piece.length > 0) close()
  return { segments, operations, quarantined }
}

async function replaced(engagement: string, segments: readonly Segment[]): Promise<EngagementDatabase> {
  try {
    return await replaceIn(new EngagementDatabase(engagement), segments)
  } catch (error) {
    const failure = writeFailure(error)
    if (failure.code === 'disk-full') throw failure
    // A database too broken to be written to holds nothing that the backup does not.
    await deleteDatabase(engagement)
    return replaceIn(new EngagementDatabase(engagement), segments).catch((again: unknown) => {
      throw again instanceof WriteRefused ? again : writeFailure(again)
    })
  }
}

async function replaceIn(
  database: EngagementDatabase,
  segments: readonly Segment[],
): Promise<EngagementDatabase> {
  try {
    await database.transaction('rw', database.tables, async () => {
      for (const table of database.tables) if (table.name !== 'blobs') await table.clear()
      await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
      await database.segments.bulkAdd([...segments])
    })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
