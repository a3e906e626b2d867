import { BundleProblem } from './problem'

/** What reading a ZIP may cost at most. A file is judged by what it says of itself before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes unpacked, all entries together. */
  readonly totalSize: number
  /** Unpacked bytes for each packed one; only asked of entries larger than `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
}

export const zipLimits: ZipLimits = { entries: 60_000, totalSize: 2 ** 31, ratio: 200, ratioFrom: 2 ** 25 }

export interface ZipEntry {
  readonly name: string
  readonly packed: Uint8Array
  readonly deflated: boolean
  /** Bytes unpacked. */
  readonly size: number
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number
}

/** Where the archive's directory stands; `end` is the offset of its closing record. */
interface Closing {
  readonly start: number
  readonly end: number
  readonly entries: number
}

const signature = { local: 0x04034b50, directory: 0x02014b50, closing: 0x06054b50 }
const headerSize = { local: 30, directory: 46, closing: 22 }
const flagEncrypted = 1
const stored = 0
const deflated = 8

/**
 * The entries of a ZIP, none unpacked yet. `commentSize` is the length of the comment that closes the file.
 * Entries must not overlap, so that the bytes of one cannot be unpacked many times over.
 * @throws BundleProblem
 */
export function readDirectory(bytes: Uint8Array, commentSize: number, limits: ZipLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const closing = readClosing(view, bytes.length - commentSize - headerSize.closing)
  if (closing.entries > limits.entries) {
    throw new BundleProblem(
      'too-large',
      `The file holds ${closing.entries} entries; ${limits.entries} are the most.`,
    )
  }
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let totalSize = 0
  let header = closing.start
  let firstFree = 0
  for (let index = 0; index < closing.entries; index++) {
    const found = readHeader(bytes, view, header, closing)
    header = found.next
    const { entry } = found
    if (found.local < firstFree) throw damaged('Its entries overlap or are out of order.', entry.name)
    firstFree = found.end
    if (names.has(entry.name)) throw damaged('Two entries have the same name.', entry.name)
    names.add(entry.name)
    checkName(entry.name)
    totalSize += entry.size
    checkSize(entry, totalSize, limits)
    entries.push(entry)
  }
  if (header !== closing.end) throw damaged('The list of entries is longer than it says.')
  return entries
}

function readClosing(view: DataView, end: number): Closing {
  if (end < 0 || view.getUint32(end, true) !== signature.closing)
    throw damaged('The end of the file is not as written.')
  const entries = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  const oneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === entries
  if (!oneDisk || start + size !== end) throw damaged('The list of entries is not where it should be.')
  return { start, end, entries }
}

function readHeader(bytes: Uint8Array, view: DataView, header: number, closing: Closing) {
  if (header + headerSize.directory > closing.end || view.getUint32(header, true) !== signature.directory) {
    throw damaged('The list of entries is broken off.')
  }
  const flags = view.getUint16(header + 8, true)
  const method = view.getUint16(header + 10, true)
  const checksum = view.getUint32(header + 16, true)
  const packedSize = view.getUint32(header + 20, true)
  const size = view.getUint32(header + 24, true)
  const nameSize = view.getUint16(header + 28, true)
  const local = view.getUint32(header + 42, true)
  const next =
    header +
    headerSize.directory +
    nameSize +
    view.getUint16(header + 30, true) +
    view.getUint16(header + 32, true)
  if (next > closing.end) throw damaged('The list of entries is broken off.')
  const name = readName(bytes, header + headerSize.directory, nameSize)
  if ((flags & flagEncrypted) !== 0 || (method !== stored && method !== deflated)) {
    throw damaged('An entry is packed in a way that bundles are not.', name)
  }
  const start = startOfContent(bytes, view, local, name, closing)
  if (start + packedSize > closing.start)
    throw damaged('An entry reaches beyond the place for entries.', name)
  const packed = bytes.subarray(start, start + packedSize)
  return {
    entry: { name, packed, size, deflated: method === deflated, checksum },
    local,
    end: start + packedSize,
    next,
  }
}

function startOfContent(
  bytes: Uint8Array,
  view: DataView,
  local: number,
  name: string,
  closing: Closing,
): number {
  if (local + headerSize.local > closing.start || view.getUint32(local, true) !== signature.local) {
    throw damaged('An entry is not where it should be.', name)
  }
  const nameSize = view.getUint16(local + 26, true)
  if (readName(bytes, local + headerSize.local, nameSize) !== name)
    throw damaged('An entry has two names.', name)
  return local + headerSize.local + nameSize + view.getUint16(local + 28, true)
}

function readName(bytes: Uint8Array, start: number, size: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, start + size))
  } catch {
    throw damaged("An entry's name is not text.")
  }
}

function checkName(name: string): void {
  const outside = name.split('/').some((part) => part === '' || part === '.' || part === '..')
  if (outside || name.length > 255 || /[\\:\p{Cc}]/u.test(name)) {
    throw new BundleProblem('unsafe-name', 'The file holds an entry whose name reaches outside of it.', {
      name,
    })
  }
}

function checkSize({ name, packed, size }: ZipEntry, totalSize: number, limits: ZipLimits): void {
  const swells = size > limits.ratioFrom && size > packed.length * limits.ratio
  if (swells || totalSize > limits.totalSize) {
    throw new BundleProblem('too-large', 'The file would unpack to more than a bundle ever holds.', {
      name,
      size,
    })
  }
}

export function damaged(message: string, entry?: string): BundleProblem {
  return new BundleProblem('damaged', `The file is damaged. ${message}`, entry === undefined ? {} : { entry })
}
