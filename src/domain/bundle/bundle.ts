import type { Operation } from '../merge/operation'
import type { Extents } from '../merge/seen'
import type { LaptopId } from '../merge/stamp'
import type { Instant } from '../model/value'
import {
  type BlobContent,
  blobsFolder,
  manifestName,
  operationsName,
  readContents,
  signatureName,
} from './contents'
import { decrypted, isEncrypted, type Openers } from './encryption'
import { bundleFormat, formatVersion, type Manifest, type ManifestEntry } from './manifest'
import { type OperationLine, readOperationLines, writeOperationLines } from './operation-lines'
import { BundleProblem } from './problem'
import { Sha256 } from './sha256'
import { type SigningKey, signatureOf, signerOf } from './signature'
import { type Level, writeZip, type ZipSource } from './zip'
import { type ZipLimits, zipLimits } from './zip-directory'

/** What laptops exchange. docs/bundle-format.md describes the file. */
export interface BundleContents {
  readonly engagement: { readonly id: string; readonly name: string; readonly client: string }
  readonly laptop: LaptopId
  /** How others call whoever writes on that laptop. */
  readonly writer: string
  /** What others can encrypt for, so that only this laptop reads it. */
  readonly recipient: string
  readonly writtenAt: Instant
  readonly seen: Extents
  /** The laptop that the bundle is for; left out for anyone. */
  readonly for?: LaptopId | undefined
  readonly complete: boolean
  /** A stretch at a time. */
  readonly operations: AsyncIterable<readonly Operation[]>
  /** Attachments by their SHA-256; each is asked for when its turn comes. */
  readonly blobs: AsyncIterable<BlobContent>
}

/** Bundles are carried by hand and by mail: small is worth a moment. Attachments are mostly packed already. */
const [levelOfOperations, levelOfBlobs]: [Level, Level] = [6, 0]

/** The file, signed, a piece at a time. */
export async function* encodeBundle(contents: BundleContents, key: SigningKey): AsyncGenerator<Uint8Array> {
  const entries: ManifestEntry[] = []
  let operations = 0
  async function* log() {
    for await (const stretch of contents.operations) {
      operations += stretch.length
      yield new TextEncoder().encode(writeOperationLines(stretch))
    }
  }
  let manifestBytes = new Uint8Array(0)
  async function* manifest() {
    manifestBytes = manifestOf(contents, operations, entries)
    yield manifestBytes
  }
  async function* signature() {
    yield await signatureOf(manifestBytes, key)
  }
  async function* sources(): AsyncGenerator<ZipSource> {
    yield { name: operationsName, content: noted(operationsName, log(), entries), level: levelOfOperations }
    for await (const { sha256, content } of contents.blobs) {
      const name = blobsFolder + sha256
      entries.push({ name, size: content.length, sha256 })
      yield { name, content: [content], level: levelOfBlobs }
    }
    yield { name: manifestName, content: manifest() }
    yield { name: signatureName, content: signature() }
  }
  yield* writeZip(sources())
}

function manifestOf(
  contents: BundleContents,
  operations: number,
  entries: readonly ManifestEntry[],
): Uint8Array<ArrayBuffer> {
  const { engagement, laptop, writer, recipient, writtenAt, seen, complete } = contents
  const manifest: Manifest = {
    format: bundleFormat,
    formatVersion,
    kind: 'bundle',
    engagement: { id: engagement.id, name: engagement.name, client: engagement.client },
    laptop,
    writer,
    recipient,
    writtenAt,
    ...(contents.for && { for: contents.for }),
    complete,
    operations,
    seen: { ...seen },
    entries: [...entries],
  }
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** The content as it goes by, its size and hash noted at its end. */
async function* noted(
  name: string,
  content: AsyncIterable<Uint8Array>,
  entries: ManifestEntry[],
): AsyncGenerator<Uint8Array> {
  const hash = new Sha256()
  let size = 0
  for await (const piece of content) {
    hash.update(piece)
    size += piece.length
    yield piece
  }
  entries.push({ name, size, sha256: hash.hex() })
}

export interface OpenedBundle {
  readonly manifest: Manifest
  /** The public key that has signed it. */
  readonly signer: string
  /** The operations, read as they are asked for, so that a worker can report progress and stop. */
  lines(): Generator<OperationLine>
  /** Attached files, each proven, unpacked as they are asked for. */
  blobs(): Generator<BlobContent>
}

/**
 * Decrypts and verifies a bundle, hashes, signature and all, before any of it is handed out.
 * @throws BundleProblem
 */
export async function openBundle(
  bytes: Uint8Array,
  openers: Openers = {},
  limits: ZipLimits = zipLimits,
): Promise<OpenedBundle> {
  const plain = isEncrypted(bytes) ? await decrypted(bytes, openers) : bytes
  const { manifest, manifestBytes, signature, operations, blobs } = await readContents(plain, limits)
  if (manifest.kind !== 'bundle')
    throw new BundleProblem(
      'not-a-bundle',
      'The file is a backup, not a bundle. Restore it under Engagements, or ask for a bundle.',
    )
  const signer = await signerOf(manifestBytes, signature)
  return { manifest, signer, lines: () => readOperationLines(operations), blobs }
}
