import { type Manifest, readManifest } from './manifest'
import { BundleProblem } from './problem'
import { readZip, sha256, unpack } from './zip'
import { damaged, type ZipEntry, type ZipLimits } from './zip-directory'

export const manifestName = 'manifest.json'
export const operationsName = 'operations.jsonl'
export const signatureName = 'signature.json'

/** What a file holds, every entry as the manifest says it was written. */
export interface Contents {
  readonly manifest: Manifest
  /** The bytes that a signature signs. */
  readonly manifestBytes: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array | undefined
  readonly operations: Uint8Array
  /** The other entries, by name. */
  readonly others: ReadonlyMap<string, Uint8Array>
}

/**
 * Unpacks a file of ours and proves each entry against its hash; nothing may be missing, nothing unlisted.
 * @throws BundleProblem
 */
export async function readContents(bytes: Uint8Array, limits: ZipLimits): Promise<Contents> {
  const entries = new Map((await readZip(bytes, limits)).map((entry) => [entry.name, entry]))
  const manifestBytes = taken(entries, manifestName)
  if (!manifestBytes) throw new BundleProblem('not-a-bundle', 'The file is a ZIP, but not a war room bundle.')
  const manifest = readManifest(manifestBytes)
  const signature = taken(entries, signatureName)
  const others = await verified(manifest, entries)
  const operations = others.get(operationsName)
  if (!operations) throw damaged('It holds no operations.', operationsName)
  others.delete(operationsName)
  return { manifest, manifestBytes, signature, operations, others }
}

function taken(entries: Map<string, ZipEntry>, name: string): Uint8Array<ArrayBuffer> | undefined {
  const entry = entries.get(name)
  entries.delete(name)
  return entry && unpack(entry)
}

async function verified(
  manifest: Manifest,
  entries: Map<string, ZipEntry>,
): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>()
  for (const { name, size, sha256: expected } of manifest.entries) {
    const content = taken(entries, name)
    if (!content) throw damaged('An entry is missing.', name)
    if (content.length !== size || (await sha256(content)) !== expected)
      throw damaged('An entry is not what was written.', name)
    contents.set(name, content)
  }
  const [unlisted] = entries.keys()
  if (unlisted !== undefined) throw damaged('It holds an entry that it does not list.', unlisted)
  return contents
}
