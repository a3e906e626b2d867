import { createHash, createPublicKey, verify } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'

/**
 * A reader written from docs/bundle-format.md alone, with none of the product's code: what the page leaves out,
 * this could not do.
 */
export interface PlainBundle {
  readonly manifest: Readonly<Record<string, unknown>>
  readonly operations: readonly Readonly<Record<string, unknown>>[]
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** What stands before a raw Ed25519 key in the form that Node takes. */
const keyStart = Buffer.from('302a300506032b6570032100', 'hex')

export function readPlainly(file: Uint8Array): PlainBundle {
  const seal = Buffer.from(file.subarray(-71)).toString()
  if (seal !== `sha256:${sha256(file.subarray(0, -71))}`) throw new Error('the seal does not fit')
  const entries = unzipSync(file)
  const [manifestBytes, signatureBytes] = [entries['manifest.json'], entries['signature.json']]
  if (!manifestBytes || !signatureBytes) throw new Error('no manifest, or no signature')
  const manifest = JSON.parse(strFromU8(manifestBytes))
  for (const { name, size, sha256: expected } of manifest.entries) {
    const content = entries[name]
    if (!content || content.length !== size || sha256(content) !== expected)
      throw new Error(`${name} is not what was written`)
  }
  const { publicKey, signature } = JSON.parse(strFromU8(signatureBytes))
  const key = createPublicKey({
    key: Buffer.concat([keyStart, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  if (!verify(null, manifestBytes, key, Buffer.from(signature, 'base64')))
    throw new Error('the signature does not fit')
  return {
    manifest,
    operations: operationsIn(strFromU8(entries['operations.jsonl'] as Uint8Array)),
    blobs: new Map(
      Object.entries(entries).flatMap(([name, data]) =>
        name.startsWith('blobs/') ? [[name.slice('blobs/'.length), data] as const] : [],
      ),
    ),
  }
}

function operationsIn(text: string): Record<string, unknown>[] {
  let names: string[] = []
  const operations: Record<string, unknown>[] = []
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const told = JSON.parse(line)
    if (!Array.isArray(told)) operations.push(told)
    else if (told.every((one) => typeof one === 'string')) names = told
    else operations.push(unfolded(told, names))
  }
  return operations
}

function unfolded(
  [stamp, seq, by, entity, key, at, cause, was, ...pairs]: unknown[],
  names: readonly string[],
): Record<string, unknown> {
  const name = (place: unknown) => names[place as number] as string
  const fields: Record<string, unknown> = {}
  for (let index = 0; index < pairs.length; index += 2) fields[name(pairs[index])] = pairs[index + 1]
  return {
    stamp,
    laptop: String(stamp).slice(-10),
    seq,
    by: name(by),
    entity: name(entity),
    key,
    fields,
    ...(was !== null && { was }),
    ...(at !== null && { at }),
    ...(cause !== null && { cause: name(cause) }),
  }
}
