import { checkOperation, type Operation } from '../merge/operation'
import type { LaptopId } from '../merge/stamp'
import type { Instant } from '../model/value'
import { type BlobContent, blobsFolder, manifestName, operationsName, readContents } from './contents'
import { bundleFormat, formatVersion, type Manifest, type ManifestEntry } from './manifest'
import { Sha256 } from './sha256'
import { writeZip, type ZipSource } from './zip'
import { damaged, type ZipLimits, zipLimits } from './zip-directory'

export interface BackupContents {
  readonly engagement: { readonly id: string; readonly name: string; readonly client: string }
  readonly laptop: LaptopId
  readonly writtenAt: Instant
  readonly seen: Readonly<Record<LaptopId, number>>
  /** The log, a piece at a time. */
  readonly operations: Iterable<readonly Operation[]> | AsyncIterable<readonly Operation[]>
  /** Contents of attached files, one at a time, each once. */
  readonly blobs?: Iterable<BlobContent> | AsyncIterable<BlobContent>
}

/** The file, a piece at a time; nothing of what it holds is kept longer than it takes to pack it. */
export async function* encodeBackup(contents: BackupContents): AsyncGenerator<Uint8Array> {
  const hash = new Sha256()
  let size = 0
  let count = 0
  const blobs: ManifestEntry[] = []
  async function* operations() {
    for await (const piece of contents.operations) {
      const lines = new TextEncoder().encode(
        piece.map((operation) => `${JSON.stringify(operation)}\n`).join(''),
      )
      hash.update(lines)
      size += lines.length
      count += piece.length
      yield lines
    }
  }
  // The table of contents comes last, when it is known.
  async function* manifest() {
    const { engagement, laptop, writtenAt, seen } = contents
    const entries = [{ name: operationsName, size, sha256: hash.hex() }, ...blobs]
    const written: Manifest = {
      format: bundleFormat,
      formatVersion,
      kind: 'backup',
      engagement: { id: engagement.id, name: engagement.name, client: engagement.client },
      laptop,
      writtenAt,
      operations: count,
      seen: { ...seen },
      entries,
    }
    yield new TextEncoder().encode(`${JSON.stringify(written, null, 2)}\n`)
  }
  async function* sources(): AsyncGenerator<ZipSource> {
    yield { name: operationsName, content: operations() }
    for await (const { sha256, content } of contents.blobs ?? []) {
      const name = blobsFolder + sha256
      blobs.push({ name, size: content.length, sha256 })
      yield { name, content: [content], level: 0 }
    }
    yield { name: manifestName, content: manifest() }
  }
  yield* writeZip(sources())
}

/** A line that is no operation which this version can take in. */
export interface QuarantinedLine {
  /** Counted from 1. */
  readonly line: number
  readonly problem: string
}

export type BackupLine = { readonly operation: Operation } | QuarantinedLine

export interface OpenedBackup {
  readonly manifest: Manifest
  /** The operations, read as they are asked for, so that a worker can report progress and stop. */
  lines(): Generator<BackupLine>
  /** Contents of attached files, unpacked as they are asked for: never all at once in the memory. */
  blobs(): Generator<BlobContent>
}

export interface DecodedBackup {
  readonly manifest: Manifest
  readonly operations: readonly Operation[]
  readonly quarantined: readonly QuarantinedLine[]
}

/**
 * Verifies a backup file, hashes and all, before any of it is handed out.
 * @throws BundleProblem
 */
export async function openBackup(bytes: Uint8Array, limits: ZipLimits = zipLimits): Promise<OpenedBackup> {
  const { manifest, operations, blobs } = await readContents(bytes, limits)
  if (linesIn(operations) !== manifest.operations)
    throw damaged('It does not hold as many operations as it says.')
  return { manifest, lines: () => linesOf(operations), blobs }
}

/** The whole backup at once. @throws BundleProblem */
export async function decodeBackup(bytes: Uint8Array, limits: ZipLimits = zipLimits): Promise<DecodedBackup> {
  const backup = await openBackup(bytes, limits)
  const operations: Operation[] = []
  const quarantined: QuarantinedLine[] = []
  for (const line of backup.lines()) {
    if ('operation' in line) operations.push(line.operation)
    else quarantined.push(line)
  }
  return { manifest: backup.manifest, operations, quarantined }
}

const newline = 10

function linesIn(log: Uint8Array): number {
  let count = 0
  for (let start = 0; start < log.length; start = endOfLine(log, start) + 1) count++
  return count
}

function* linesOf(log: Uint8Array): Generator<BackupLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 0
  for (let start = 0; start < log.length; ) {
    const end = endOfLine(log, start)
    line++
    yield readLine(decoder, log.subarray(start, end), line)
    start = end + 1
  }
}

/** The last line may do without its newline: somebody may have packed the file again by hand. */
function endOfLine(log: Uint8Array, start: number): number {
  const end = log.indexOf(newline, start)
  return end < 0 ? log.length : end
}

function readLine(decoder: TextDecoder, bytes: Uint8Array, line: number): BackupLine {
  let input: unknown
  try {
    input = JSON.parse(decoder.decode(bytes))
  } catch {
    return { line, problem: 'not a line of JSON' }
  }
  const checked = checkOperation(input)
  return 'operation' in checked ? checked : { line, problem: checked.problem }
}
