import { inflateSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { crc32 } from './crc32'
import { BundleProblem } from './problem'
import { Sha256 } from './sha256'
import { damaged, readDirectory, type ZipEntry, type ZipLimits } from './zip-directory'

/** One file to be packed, handed over as it is made. */
export interface ZipSource {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** How hard it is packed; left out, quickly. `0`: put in as it is, since pictures and most files are packed already. */
  readonly level?: Level
}

export type Level = 0 | 3 | 6

/** Backups are written before every merge and import, so that speed is worth more than the last few per cent. */
const usualLevel = 3
/** One and the same time in every ZIP: equal contents give equal files, on any laptop's clock and zone. */
const timeOfEntries = '1980-01-01T00:00:00'

/** What is unpacked at a time, in bytes. */
const pieceLength = 65_536

const sealStart = 'sha256:'
const sealSize = sealStart.length + 64

/**
 * Packs entries one after the other, yielding the file as it grows. The ZIP's comment is a seal, the hash of
 * every byte before it: any tool can unpack the file, and no byte of it can change unnoticed.
 */
export async function* writeZip(sources: AsyncIterable<ZipSource>): AsyncGenerator<Uint8Array> {
  const hash = new Sha256()
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  function* take() {
    const chunks = ready.filter((chunk) => chunk.length > 0)
    ready = []
    for (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  for await (const { name, content, level = usualLevel } of sources) {
    const entry = level === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level })
    entry.mtime = timeOfEntries
    zip.add(entry)
    for await (const chunk of content) {
      entry.push(chunk)
      yield* take()
    }
    entry.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  const closing = ready.at(-1)
  if (closing) new DataView(closing.buffer, closing.byteOffset).setUint16(closing.length - 2, sealSize, true)
  yield* take()
  yield new TextEncoder().encode(sealStart + hash.hex())
}

/**
 * The entries of a ZIP, in the order of its directory. The seal is verified where there is one; a ZIP without
 * a comment was packed again by somebody, and its contents must prove themselves in another way.
 * @throws BundleProblem
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipEntry[]> {
  const start = new TextDecoder().decode(bytes.subarray(0, 4))
  if (start !== 'PK\u0003\u0004')
    throw new BundleProblem('not-a-bundle', 'The file is not a war room bundle.')
  if (hasClosing(bytes, 0)) return readDirectory(bytes, 0, limits)
  if (!hasClosing(bytes, sealSize)) {
    throw new BundleProblem('cut-short', 'The file is damaged or not complete. It may still be copying.')
  }
  const content = bytes.subarray(0, -sealSize)
  const seal = new TextDecoder().decode(bytes.subarray(-sealSize))
  if (seal !== sealStart + (await sha256(content))) throw damaged('It has changed since it was written.')
  return readDirectory(bytes, sealSize, limits)
}

/** @throws BundleProblem when the entry cannot be unpacked, or is not what its directory says. */
export function unpack(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const { name, packed, size, deflated } = entry
  let content: Uint8Array<ArrayBuffer>
  try {
    content = deflated ? inflateSync(packed, { out: new Uint8Array(size) }) : new Uint8Array(packed)
  } catch {
    throw damaged('An entry cannot be unpacked.', name)
  }
  if (crc32(ofItsSize(content, entry)) !== entry.checksum)
    throw damaged('An entry is not what was written.', name)
  return content
}

/**
 * The same for what may be large and is proven by its hash afterwards: by the platform's own hand, nothing copied, and
 * without the checksum, which would only say again what the hash says.
 * @throws BundleProblem
 */
export async function unpackToProve(entry: ZipEntry): Promise<Uint8Array> {
  if (!entry.deflated) return ofItsSize(entry.packed, entry)
  let content: Uint8Array
  try {
    content = await inflated(entry)
  } catch {
    throw damaged('An entry cannot be unpacked.', entry.name)
  }
  return ofItsSize(content, entry)
}

/** At most as much as the entry says: what goes on and on is not unpacked to its end. */
async function inflated({ packed, size }: ZipEntry): Promise<Uint8Array> {
  const content = new Uint8Array(size)
  let filled = 0
  for await (const piece of piecesOf(packed).pipeThrough(new DecompressionStream('deflate-raw'))) {
    content.set(piece, filled)
    filled += piece.length
  }
  return content.subarray(0, filled)
}

/** Not as a Blob, which the platform may put on a disk that is full. */
function piecesOf(bytes: Uint8Array): ReadableStream<BufferSource> {
  let from = 0
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(from, from + pieceLength) as Uint8Array<ArrayBuffer>)
      from += pieceLength
    },
  })
}

function ofItsSize<Content extends Uint8Array>(content: Content, { name, size }: ZipEntry): Content {
  if (content.length !== size) throw damaged('An entry is not as long as it says.', name)
  return content
}

/** SHA-256 in lower-case hex, of bytes that are all at hand. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // Bytes shared between threads are the one kind it refuses, and nothing here shares any.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether the file ends in a closing record followed by a comment of just this size. */
function hasClosing(bytes: Uint8Array, commentSize: number): boolean {
  const end = bytes.length - commentSize - 22
  if (end < 0) return false
  const record = new DataView(bytes.buffer, bytes.byteOffset + end, 22)
  return record.getUint32(0, true) === 0x06054b50 && record.getUint16(20, true) === commentSize
}
