import type { BlobContent } from '@domain/bundle/contents'
import type { EngagementDatabase, StoredBlob } from './database'
import { sha256Of } from './sha256'
import { writeFailure } from './write-failure'

/**
 * Contents of attached files, each under the hash of what it holds: equal contents are one blob, and one that came
 * from elsewhere can be checked against its name. Operations that name them are written with them (`write.ts`).
 */

/** The content that has this hash; undefined while it is not on this laptop. */
export async function readBlob(database: EngagementDatabase, sha256: string): Promise<Blob | undefined> {
  return (await database.blobs.get(sha256))?.data
}

/** Which of these hashes have their content on this laptop. */
export async function blobsHere(
  database: EngagementDatabase,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(await database.blobs.where('sha256').anyOf(hashes).primaryKeys())
}

/** A file's content, ready to be stored: read once, so that what is stored is what was hashed. */
export async function storedBlob(content: Uint8Array): Promise<StoredBlob> {
  return { sha256: await sha256Of(content), data: new Blob([new Uint8Array(content)]) }
}

/** Somebody says that these bytes have this hash, and they have another. */
export class WrongBlob extends Error {
  readonly code = 'wrong-blob'

  constructor(readonly sha256: string) {
    super('The content of an attached file is not what was written. Nothing was changed.')
    this.name = 'WrongBlob'
  }
}

/**
 * Stores contents that came from elsewhere, all of them or none; those that are here already stay.
 * @throws WrongBlob when one of them is not what its hash says
 * @throws WriteRefused when the disk would not take them
 */
export async function putBlobs(
  database: EngagementDatabase,
  contents: Iterable<BlobContent> | AsyncIterable<BlobContent>,
): Promise<void> {
  const blobs: StoredBlob[] = []
  for await (const each of contents) blobs.push(await verifiedBlob(each))
  const here = await blobsHere(
    database,
    blobs.map(({ sha256 }) => sha256),
  )
  try {
    await database.blobs.bulkPut(blobs.filter(({ sha256 }) => !here.has(sha256)))
  } catch (error) {
    throw writeFailure(error)
  }
}

/** @throws WrongBlob */
export async function verifiedBlob({ sha256, content }: BlobContent): Promise<StoredBlob> {
  const blob = await storedBlob(content)
  if (blob.sha256 !== sha256) throw new WrongBlob(sha256)
  return blob
}

/**
 * The contents that are here of these hashes, or of all, one at a time. One that the disk does not hand out, or that
 * has been altered there, is left out: everything else is worth the more.
 */
export async function* wholeBlobs(
  database: EngagementDatabase,
  hashes?: readonly string[],
): AsyncGenerator<BlobContent> {
  for (const sha256 of hashes ?? (await database.blobs.toCollection().primaryKeys())) {
    const content = await contentOf(database, sha256).catch(() => undefined)
    if (content && (await sha256Of(content)) === sha256) yield { sha256, content }
  }
}

async function contentOf(database: EngagementDatabase, sha256: string): Promise<Uint8Array | undefined> {
  const blob = await readBlob(database, sha256)
  return blob && new Uint8Array(await blob.arrayBuffer())
}
