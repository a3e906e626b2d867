import { request } from '../../src/renderer/app/bridge'
import { sendPieces } from '../../src/renderer/storage/backup'
import { BundleFile, exportBundle } from '../../src/renderer/storage/bundle-file'
import { EngagementDatabase } from '../../src/renderer/storage/database'
import { encodeSegment } from '../../src/renderer/storage/log'
import { readWhole } from '../../src/renderer/storage/opened-file'
import { schemaVersion } from '../../src/renderer/storage/schema-version'
import { openWorkspace } from '../../src/renderer/storage/workspace'
import { appendToLog } from '../../src/renderer/storage/write'
import { painted } from './frame'
import { LongTasks } from './long-tasks'
import { operationsInRounds } from './operations'
import { stopwatch } from './stopwatch'

/** Rounds of edits that make one segment, about as long as the product's. */
const roundsInSegment = 2
/** The engagement that holds what is exported. */
export const source = 'e-bench-source'

export interface BundleTimes {
  readonly ms: number
  readonly steps: Readonly<Record<string, number>>
  readonly longestTask: number
}

/** Puts the operations of three other laptops into the log of an engagement, from which they are exported. */
export async function holdOperations(count: number): Promise<void> {
  const database = new EngagementDatabase(source)
  await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
  function* segments() {
    let rounds = []
    for (const round of operationsInRounds(count)) {
      rounds.push(round)
      if (rounds.length < roundsInSegment) continue
      yield encodeSegment(rounds.flat())
      rounds = []
    }
    if (rounds.length > 0) yield encodeSegment(rounds.flat())
  }
  const change = { id: 'bench', label: 'Bench', at: 0, by: 'Bench', kind: 'bundle' } as const
  const told = () => ({ change: { ...change, operations: count, standing: 'done' } as const })
  await appendToLog(database, { segments: segments(), told })
  database.close()
}

/** The engagement as a bundle's bytes; afterwards they go into the file of `--file`. */
export async function exportOurs(): Promise<{ readonly ms: number; readonly bytes: number }> {
  const workspace = await openWorkspace()
  const session = await workspace.open(source)
  const began = performance.now()
  const { pieces } = await exportBundle(session, workspace, {})
  const ms = performance.now() - began
  const { handle } = await request('headless.beginFile', { option: 'file' })
  await sendPieces(handle, pieces)
  await session.close()
  return { ms, bytes: pieces.reduce((sum, piece) => sum + piece.length, 0) }
}

/** What the backup before a merge costs a laptop that holds as much as it gets. */
export async function bundleBackUp(): Promise<number> {
  const workspace = await openWorkspace()
  const began = performance.now()
  await workspace.backUp(source, 'bench')
  return performance.now() - began
}

/** Merges the file of `--file` into a new engagement that is open. */
export async function mergeOurs(count: number): Promise<BundleTimes> {
  const workspace = await openWorkspace()
  const id = await workspace.createEngagement({ name: 'Bench', client: 'Bench', zone: 'Europe/Berlin' })
  const session = await workspace.open(id)
  const shown = document.getElementById('shown')
  session.subscribe(() => {
    if (shown) shown.textContent = `${session.replica.rows('issue').size} issues`
  })
  const held = session.replica.size
  const watch = stopwatch()
  const writeElsewhere = session.writeElsewhere.bind(session)
  session.writeElsewhere = async (work) => {
    watch.step('back up')
    return writeElsewhere(async (from, segmentsTo) => {
      const written = await work(from, segmentsTo)
      watch.step('make durable')
      return written
    })
  }
  const tasks = new LongTasks()
  const file = new BundleFile(workspace)
  const bytes = await readWhole(await request('headless.openFile', { option: 'file' }))
  watch.step('bytes')
  await file.read(bytes)
  watch.step('read')
  await file.merge(session)
  watch.step('show')
  await painted()
  watch.step('paint')
  const longestTask = tasks.finish()
  file.stop()
  const merged = session.replica.size - held
  if (merged !== count) throw new Error(`${merged} of ${count} operations were merged.`)
  await session.close()
  return { ms: watch.total(), steps: watch.steps, longestTask }
}
