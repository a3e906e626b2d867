import { type Manifest, readManifest } from './manifest'
import { BundleProblem } from './problem'
import { readZip, sha256, unpack, unpackToProve } from './zip'
import { damaged, type ZipEntry, type ZipLimits } from './zip-directory'

export const manifestName = 'manifest.json'
export const operationsName = 'operations.jsonl'
export const signatureName = 'signature.json'
export const blobsFolder = 'blobs/'

/** The content of an attached file, and its hash. */
export interface BlobContent {
  readonly sha256: string
  readonly content: Uint8Array
}

/** What a file holds, every entry as the manifest says it was written. */
export interface Contents {
  readonly manifest: Manifest
  /** The bytes that a signature signs. */
  readonly manifestBytes: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array | undefined
  readonly operations: Uint8Array
  /** Attached files, unpacked as they are asked for: never all at once in the memory. */
  blobs(): Generator<BlobContent>
}

/**
 * Opens a file of ours and proves each entry against its hash; nothing may be missing, nothing unlisted.
 * @throws BundleProblem
 */
export async function readContents(bytes: Uint8Array, limits: ZipLimits): Promise<Contents> {
  const entries = new Map((await readZip(bytes, limits)).map((entry) => [entry.name, entry]))
  const manifestBytes = taken(entries, manifestName)
  if (!manifestBytes) throw new BundleProblem('not-a-bundle', 'The file is a ZIP, but not a war room bundle.')
  const manifest = readManifest(manifestBytes)
  const signature = taken(entries, signatureName)
  const operations = await verified(manifest, entries)
  if (!operations) throw damaged('It holds no operations.', operationsName)
  return { manifest, manifestBytes, signature, operations, blobs: () => blobsOf(entries) }
}

function taken(entries: Map<string, ZipEntry>, name: string): Uint8Array<ArrayBuffer> | undefined {
  const entry = entries.get(name)
  entries.delete(name)
  return entry && unpack(entry)
}

/** @returns the operations, if there are any; everything else may be large and is unpacked again when it is wanted. */
async function verified(
  manifest: Manifest,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Uint8Array | undefined> {
  const listed = new Set<string>()
  let log: Uint8Array | undefined
  for (const { name, size, sha256: expected } of manifest.entries) {
    const entry = entries.get(name)
    if (!entry || listed.has(name)) throw damaged('An entry is missing.', name)
    listed.add(name)
    const content = await unpackToProve(entry)
    const isNamedOtherwise = name.startsWith(blobsFolder) && name !== blobsFolder + expected
    if (isNamedOtherwise || content.length !== size || (await sha256(content)) !== expected)
      throw damaged('An entry is not what was written.', name)
    if (name === operationsName) log = content
  }
  for (const name of entries.keys())
    if (!listed.has(name)) throw damaged('It holds an entry that it does not list.', name)
  return log
}

function* blobsOf(entries: ReadonlyMap<string, ZipEntry>): Generator<BlobContent> {
  for (const [name, entry] of entries)
    if (name.startsWith(blobsFolder))
      yield {
        sha256: name.slice(blobsFolder.length),
        content: entry.deflated ? unpack(entry) : entry.packed,
      }
}
