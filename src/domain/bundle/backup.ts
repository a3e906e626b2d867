import { checkOperation, type Operation } from '../merge/operation'
import type { LaptopId } from '../merge/stamp'
import type { Instant } from '../model/value'
import { bundleFormat, formatVersion, type Manifest, readManifest } from './manifest'
import { BundleProblem } from './problem'
import { Sha256 } from './sha256'
import { readZip, sha256, unpack, writeZip } from './zip'
import { damaged, type ZipEntry, type ZipLimits, zipLimits } from './zip-directory'

const manifestName = 'manifest.json'
const operationsName = 'operations.jsonl'

export interface BackupContents {
  readonly engagement: { readonly id: string; readonly name: string; readonly client: string }
  readonly laptop: LaptopId
  readonly writtenAt: Instant
  readonly seen: Readonly<Record<LaptopId, number>>
  /** The log, a piece at a time. */
  readonly operations: Iterable<readonly Operation[]> | AsyncIterable<readonly Operation[]>
}

/** The file, a piece at a time; nothing of the log is held longer than it takes to pack it. */
export async function* encodeBackup(contents: BackupContents): AsyncGenerator<Uint8Array> {
  const hash = new Sha256()
  let size = 0
  let count = 0
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
    const entries = [{ name: operationsName, size, sha256: hash.hex() }]
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
  yield* writeZip([
    { name: operationsName, content: operations() },
    { name: manifestName, content: manifest() },
  ])
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
  const entries = new Map((await readZip(bytes, limits)).map((entry) => [entry.name, entry]))
  const manifestEntry = entries.get(manifestName)
  if (!manifestEntry) throw new BundleProblem('not-a-bundle', 'The file is a ZIP, but not a war room bundle.')
  const manifest = readManifest(unpack(manifestEntry))
  entries.delete(manifestName)
  const contents = await verified(manifest, entries)
  const log = contents.get(operationsName)
  if (!log) throw damaged('It holds no operations.', operationsName)
  if (linesIn(log) !== manifest.operations) throw damaged('It does not hold as many operations as it says.')
  return { manifest, lines: () => linesOf(log) }
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

/** The contents that the manifest lists, each against its hash; nothing may be missing, nothing unlisted. */
async function verified(
  manifest: Manifest,
  entries: Map<string, ZipEntry>,
): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>()
  for (const { name, size, sha256: expected } of manifest.entries) {
    const entry = entries.get(name)
    if (!entry) throw damaged('An entry is missing.', name)
    entries.delete(name)
    const content = unpack(entry)
    if (content.length !== size || (await sha256(content)) !== expected) {
      throw damaged('An entry is not what was written.', name)
    }
    contents.set(name, content)
  }
  const [unlisted] = entries.keys()
  if (unlisted !== undefined) throw damaged('It holds an entry that it does not list.', unlisted)
  return contents
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
