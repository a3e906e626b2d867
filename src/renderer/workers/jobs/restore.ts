import { type OpenedBackup, openBackup } from '@domain/bundle/backup'
import type { Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { engagementKey } from '@domain/model/engagement'
import { storedBlob } from '../../storage/blobs'
import { deleteDatabase, EngagementDatabase, type Segment, type StoredBlob } from '../../storage/database'
import { encodeSegment, segmentSize } from '../../storage/log'
import { noteRestoration } from '../../storage/restoration'
import { schemaVersion } from '../../storage/schema-version'
import { WriteRefused } from '../../storage/session'
import { makeSnapshot, type Snapshot, storeSnapshot } from '../../storage/snapshot'
import { writeFailure } from '../../storage/write-failure'
import type { Report } from '../rpc'

export interface ReadBackup {
  readonly engagement: string
  readonly name: string
  readonly client: string
  readonly system: string
  readonly demo: boolean
  readonly operations: number
  /** Lines of the backup that are no operations; everything else comes back. */
  readonly quarantined: number
}

interface Prepared {
  readonly engagement: string
  readonly segments: readonly Segment[]
  readonly snapshot: Snapshot
  readonly blobs: readonly StoredBlob[]
  /** Hashes of the attached files that the operations name, whether the backup holds them or not. */
  readonly named: ReadonlySet<string>
}

/** One backup on its way back: first read whole, then put in place all at once. */
export class Restoring {
  private prepared: Prepared | undefined

  /**
   * Verifies the file and makes everything that is to be stored of it; stores nothing yet.
   * @throws BundleProblem when the file is not what was written.
   */
  readonly readBackup = async ({ file }: { file: Blob }, report: Report): Promise<ReadBackup> => {
    report({ step: 'Checking the backup', done: 0, total: 0 })
    const opened = await openBackup(new Uint8Array(await file.arrayBuffer()))
    const { segments, replica, operations, quarantined } = contentsOf(opened, report)
    const { id, name, client } = opened.manifest.engagement
    const blobs: StoredBlob[] = []
    for (const { content } of opened.blobs()) blobs.push(await storedBlob(content))
    this.prepared = {
      engagement: id,
      segments,
      snapshot: makeSnapshot(replica),
      blobs,
      named: namedIn(replica),
    }
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
  }

  /**
   * Puts what was read in the place of its engagement, in one transaction: a worker that is stopped before the
   * end of it has changed nothing.
   * @param input.restoration is kept with the data, so that it can be told whether that end was reached
   * @throws WriteRefused when the disk would not take it.
   */
  readonly putInPlace = async ({ restoration }: { restoration: string }, report: Report): Promise<void> => {
    if (!this.prepared) throw new Error('A backup is put in place only after it was read.')
    report({ step: 'Putting the backup in place', done: 0, total: 0 })
    await replace(this.prepared, restoration)
  }
}

function contentsOf({ manifest, lines }: OpenedBackup, report: Report) {
  const replica = new Replica()
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
    if ('operation' in line) {
      piece.push(line.operation)
      replica.apply(line.operation)
    } else quarantined++
    if (piece.length === segmentSize) close()
  }
  if (piece.length > 0) close()
  return { segments, replica, operations, quarantined }
}

function namedIn(replica: Replica): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { values } of replica.rows('attachment').values()) if (values.sha256) named.add(values.sha256)
  return named
}

async function replace(prepared: Prepared, restoration: string): Promise<void> {
  try {
    await replaceContents(prepared, restoration)
  } catch (error) {
    const failure = writeFailure(error)
    if (failure.code === 'disk-full') throw failure
    // A database too broken to be written to holds nothing that the backup does not.
    await deleteDatabase(prepared.engagement)
    await replaceContents(prepared, restoration).catch((again: unknown) => {
      throw again instanceof WriteRefused ? again : writeFailure(again)
    })
  }
}

async function replaceContents(
  { engagement, segments, snapshot, blobs, named }: Prepared,
  restoration: string,
): Promise<void> {
  const database = new EngagementDatabase(engagement)
  try {
    await database.transaction('rw', database.tables, async () => {
      for (const table of database.tables) if (table !== database.blobs) await table.clear()
      const here = await database.blobs.toCollection().primaryKeys()
      await database.blobs.bulkDelete(here.filter((sha256) => !named.has(sha256)))
      await database.blobs.bulkPut(blobs)
      await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
      await noteRestoration(database, restoration)
      const position = await database.segments.bulkAdd([...segments])
      await storeSnapshot(database, snapshot, position ?? 0)
    })
  } finally {
    database.close()
  }
}
