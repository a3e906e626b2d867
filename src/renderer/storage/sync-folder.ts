import type { SharedFile } from '@contract/ipc'
import { conflictingFields } from '@domain/merge/apply'
import type { Replica } from '@domain/merge/replica'
import type { Extents } from '@domain/merge/seen'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { request } from '../app/bridge'
import type { BundleSummary } from '../workers/jobs/merging'
import { type Report, WorkerFailure } from '../workers/rpc'
import { bundleWorker, inBundleWorker } from '../workers/spawn'
import { sendPieces } from './backup'
import { aboutBundle } from './bundle-file'
import { EngagementDatabase } from './database'
import { readWhole } from './opened-file'
import { pace } from './pace'
import type { EngagementSession } from './session'
import { madeWithin, type Range } from './split-bundle'
import {
  forgetSyncMemory,
  markOf,
  nothingWritten,
  type OwnFile,
  placeOf,
  readSyncMemory,
  type SyncMemory,
  type Written,
  writeSyncMemory,
} from './sync-memory'
import type { Workspace } from './workspace'

/** Own files beyond this many are folded into one. */
const mostOwnFiles = 24
/** Files that are merged together: many small ones are one write, and none of it grows without bound. */
const filesAtOnce = 500
const bytesAtOnce = 64 * 1024 ** 2

/** A file that was passed over, and why. It is tried again with every look. */
export interface PassedOver {
  readonly laptop: string
  readonly name: string
  readonly reason: string
}

/** What one look into the folder came to. */
export interface SyncRound {
  readonly at: Instant
  /** Operations that were new here, and that were put there. */
  readonly brought: number
  readonly sent: number
  /** Fields that are in conflict since. */
  readonly conflicts: number
  readonly passedOver: readonly PassedOver[]
  /** How many files were not looked at, because there are too many. */
  readonly unlooked: number
}

export async function chooseSyncFolder(engagement: string): Promise<{ name: string } | null> {
  const folder = await request('sync.choose', { engagement })
  if (folder) await startAnew(engagement)
  return folder
}

/** For a headless run: the folder that an option of the command line names. */
export async function takeSyncFolder(engagement: string, option: string): Promise<{ name: string }> {
  const folder = await request('sync.useFolder', { engagement, option })
  await startAnew(engagement)
  return folder
}

export function syncFolderOf(engagement: string): Promise<{ name: string } | null> {
  return request('sync.folder', { engagement })
}

export function showSyncFolder(engagement: string): Promise<void> {
  return request('sync.show', { engagement })
}

/** Leaves the folder as it is; only this laptop looks into it no more. */
export function forgetSyncFolder(engagement: string): Promise<void> {
  return request('sync.forget', { engagement })
}

async function startAnew(engagement: string): Promise<void> {
  const database = new EngagementDatabase(engagement)
  await forgetSyncMemory(database)
  database.close()
}

/**
 * Takes in what other laptops have put into the folder, then puts there what it lacks of this one. Each laptop only
 * ever writes into a folder of its own, so no engine can find two versions of a file.
 * @throws BridgeRefusal when the folder is not there; everything stays as it was and follows next time.
 */
export async function syncWithFolder(
  session: EngagementSession,
  workspace: Workspace,
  report?: Report,
  signal?: AbortSignal,
): Promise<SyncRound> {
  const database = new EngagementDatabase(session.id)
  try {
    const before = await readSyncMemory(database, workspace.laptop)
    const { files, unlooked } = await request('sync.list', { engagement: session.id })
    const taken = await takeIn(session, workspace, files, before, report, signal)
    const { read, ...told } = taken
    await writeSyncMemory(database, { ...before, read })
    signal?.throwIfAborted()
    const { sent, written } = await putThere(
      session,
      workspace,
      files,
      { read, written: before.written },
      report,
    )
    await writeSyncMemory(database, { read, written })
    return { at: workspace.now(), sent, unlooked, ...told }
  } finally {
    database.close()
  }
}

async function takeIn(
  session: EngagementSession,
  workspace: Workspace,
  files: readonly SharedFile[],
  { read: readBefore, written }: SyncMemory,
  report: Report | undefined,
  signal: AbortSignal | undefined,
) {
  const own = new Set(written.files.map(({ name }) => `${workspace.laptop}/${name}`))
  const read: Record<string, string> = {}
  for (const file of files) {
    const known = readBefore[placeOf(file)]
    if (known !== undefined) read[placeOf(file)] = known
  }
  const due = files.filter((file) => !own.has(placeOf(file)) && read[placeOf(file)] !== markOf(file))
  const passedOver: PassedOver[] = []
  let brought = 0
  let conflicts = 0
  for (const together of lotsOf(due)) {
    const taken = await mergeFiles(session, workspace, together, report, signal)
    brought += taken.brought
    conflicts += taken.conflicts
    passedOver.push(...taken.passedOver)
    for (const file of taken.done) read[placeOf(file)] = markOf(file)
  }
  return { brought, conflicts, read, passedOver }
}

function* lotsOf(files: readonly SharedFile[]): Generator<SharedFile[]> {
  let lot: SharedFile[] = []
  let bytes = 0
  for (const file of files) {
    if (lot.length >= filesAtOnce || (lot.length > 0 && bytes + file.size > bytesAtOnce)) {
      yield lot
      lot = []
      bytes = 0
    }
    lot.push(file)
    bytes += file.size
  }
  if (lot.length > 0) yield lot
}

async function countConflicts(replica: Replica): Promise<number> {
  let count = 0
  const turn = pace()
  for (const entity of replica.entityNames())
    for (const row of replica.table(entity).values()) {
      count += conflictingFields(row).length
      await turn()
    }
  return count
}

interface Taken {
  readonly brought: number
  readonly conflicts: number
  readonly passedOver: readonly PassedOver[]
  readonly done: readonly SharedFile[]
}

async function mergeFiles(
  session: EngagementSession,
  workspace: Workspace,
  files: readonly SharedFile[],
  report: Report | undefined,
  signal: AbortSignal | undefined,
): Promise<Taken> {
  const worker = bundleWorker()
  const passedOver: PassedOver[] = []
  const done: SharedFile[] = []
  const met: BundleSummary[] = []
  const passOver = ({ laptop, name }: SharedFile, reason: string) => passedOver.push({ laptop, name, reason })
  try {
    for (const [index, file] of files.entries()) {
      report?.({ step: 'Reading the sync folder', done: index, total: files.length })
      const opened = await opening(session.id, file)
      if (typeof opened === 'string') {
        passOver(file, opened)
        continue
      }
      const input = { bytes: opened, laptop: workspace.laptop, unattendedInto: session.id }
      const summary = await worker.call('readBundle', input).catch(refusalIn)
      if (typeof summary === 'string') passOver(file, summary)
      else {
        met.push(summary)
        done.push(file)
      }
    }
    signal?.throwIfAborted()
    if (met.length === 0) return { brought: 0, conflicts: 0, passedOver, done }
    const inConflict = await countConflicts(session.replica)
    const change = await session.writeElsewhere((_from, segmentsTo) =>
      worker.call(
        'mergeBundle',
        {
          engagement: session.id,
          seen: session.replica.seen,
          change: crypto.randomUUID(),
          label: `From the sync folder: ${[...new Set(met.map(({ writer }) => writer))].join(', ')}`,
          by: workspace.settings.userName || 'This laptop',
          now: workspace.now(),
          keptApart: false,
          segmentsTo,
        },
        report,
        [segmentsTo],
      ),
    )
    const signers = new Map(met.map((summary) => [`${summary.laptop} ${summary.publicKey}`, summary]))
    for (const summary of signers.values()) await workspace.meet(summary, false)
    const conflicts = change ? (await countConflicts(session.replica)) - inConflict : 0
    return { brought: change?.operations ?? 0, conflicts: Math.max(0, conflicts), passedOver, done }
  } catch (error) {
    if (!(error instanceof WorkerFailure) || error.code !== 'forked-laptop') throw error
    // One of them tells another history of a laptop. It is found by halves, so that the sound ones come in.
    const [only] = done
    if (only && done.length === 1) {
      passOver(only, error.message)
      return { brought: 0, conflicts: 0, passedOver, done: [] }
    }
    const half = done.length >> 1
    const first = await mergeFiles(session, workspace, done.slice(0, half), report, signal)
    const second = await mergeFiles(session, workspace, done.slice(half), report, signal)
    return {
      brought: first.brought + second.brought,
      conflicts: first.conflicts + second.conflicts,
      passedOver: [...passedOver, ...first.passedOver, ...second.passedOver],
      done: [...first.done, ...second.done],
    }
  } finally {
    worker.stop()
  }
}

/** The file's bytes, or why it cannot be read: the engine may still be writing it. */
async function opening(engagement: string, { laptop, name }: SharedFile): Promise<Uint8Array | string> {
  try {
    return await readWhole(await request('sync.open', { engagement, laptop, name }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function refusalIn(error: unknown): string {
  if (error instanceof WorkerFailure && error.code !== 'unexpected') return error.message
  throw error
}

async function putThere(
  session: EngagementSession,
  workspace: Workspace,
  files: readonly SharedFile[],
  { read, written: before }: SyncMemory,
  report: Report | undefined,
): Promise<{ sent: number; written: Written }> {
  const { laptop } = workspace
  const mine = new Map(files.filter((file) => file.laptop === laptop).map((file) => [file.name, file]))
  // Somebody has cleaned up, or a file was torn: all of it is put there again.
  const isWhole =
    laptop === before.laptop && before.files.every(({ name, size }) => mine.get(name)?.size === size)
  const written = isWhole ? before : nothingWritten(laptop)
  const others = new Set(files.map((file) => file.laptop).filter((folder) => folder !== laptop))
  const about = aboutBundle(session, workspace)
  // Laptops with a folder of their own put their changes there themselves.
  const holds = withoutOthers(about.seen, others)
  if (!isMoreThan(holds, written.holds)) return { sent: 0, written }
  const folds = written.files.length >= mostOwnFiles
  const left = everythingOf(others)
  const range = { after: { ...(folds ? {} : written.holds), ...left }, upTo: about.seen }
  const added: OwnFile[] = []
  let sent = 0
  for await (const { pieces, operations, size } of madeWithin(range, exported, isTooLong)) {
    const name = `${workspace.now().toString(36).padStart(9, '0')}-${crypto.randomUUID().slice(0, 8)}.warroom`
    const { handle } = await request('sync.begin', { engagement: session.id, laptop, name })
    await sendPieces(handle, pieces)
    added.push({ name, size })
    sent += operations
  }
  // What could not be read stays: nobody knows whether the new ones say it too.
  const isKnown = (file: SharedFile) =>
    before.files.some(({ name }) => name === file.name) || read[placeOf(file)] === markOf(file)
  const stale = folds || !isWhole ? [...mine.values()].filter(isKnown).map((file) => file.name) : []
  if (stale.length > 0) await request('sync.remove', { engagement: session.id, laptop, names: stale })
  const kept = stale.length > 0 ? [] : written.files
  return { sent, written: { laptop, files: [...kept, ...added], holds } }

  async function exported({ after, upTo }: Range) {
    const input = { ...about, seen: upTo, without: after, withoutHoles: true }
    const made = await inBundleWorker((worker) => worker.call('exportBundle', input, report))
    return { ...made, size: made.pieces.reduce((sum, piece) => sum + piece.length, 0) }
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof WorkerFailure && error.code === 'too-large'
}

function withoutOthers(seen: Extents, others: ReadonlySet<string>): Extents {
  return Object.fromEntries(Object.entries(seen).filter(([laptop]) => !others.has(laptop)))
}

function isMoreThan(holds: Extents, before: Extents): boolean {
  return Object.entries(holds).some(([laptop, to]) => to > (before[laptop] ?? 0))
}

function everythingOf(laptops: ReadonlySet<string>): Extents {
  return Object.fromEntries(
    [...laptops].map((laptop): [LaptopId, number] => [laptop, Number.MAX_SAFE_INTEGER]),
  )
}
