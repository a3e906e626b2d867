import Dexie, { type Table } from 'dexie'
import Papa from 'papaparse'
import { request } from '../../src/renderer/app/bridge'
import { ImportSession } from '../../src/renderer/storage/import-session'
import { readWhole } from '../../src/renderer/storage/opened-file'
import { openWorkspace } from '../../src/renderer/storage/workspace'
import { painted } from './frame'
import { LongTasks } from './long-tasks'
import { stopwatch } from './stopwatch'

export interface ImportTimes {
  /** Milliseconds from the file to rows that are durable and painted. */
  readonly ms: number
  /** What of it went into which step, in milliseconds. */
  readonly steps: Readonly<Record<string, number>>
  readonly longestTask: number
}

/** Imports the file of `--file` into a new engagement that is open. */
export async function importOurs(records: number): Promise<ImportTimes> {
  const workspace = await openWorkspace()
  const id = await workspace.createEngagement({
    name: 'Bench',
    client: 'Bench',
    system: 'CRM',
    zone: 'Europe/Berlin',
  })
  const session = await workspace.open(id)
  const shown = document.getElementById('shown')
  session.subscribe(() => {
    if (shown) shown.textContent = `${session.replica.rows('issue').size} issues`
  })
  const watch = stopwatch()
  const writeElsewhere = session.writeElsewhere.bind(session)
  session.writeElsewhere = (work) =>
    writeElsewhere(async (from, segmentsTo) => {
      const record = await work(from, segmentsTo)
      watch.step('make durable')
      return record
    })
  const tasks = new LongTasks()
  const importing = new ImportSession(session, workspace)
  const bytes = await fileBytes()
  watch.step('bytes')
  const summary = await importing.read({ name: 'jira.csv', bytes })
  watch.step('read')
  const preview = await importing.preview(summary.mapping)
  if (preview.questions.length > 0) throw new Error('The file of this bench must not raise questions.')
  watch.step('preview')
  await importing.store()
  watch.step('show')
  await painted()
  watch.step('paint')
  const longestTask = tasks.finish()
  importing.stop()
  const issues = session.replica.rows('issue').size
  if (issues !== records) throw new Error(`${issues} issues came of ${records} records.`)
  await session.close()
  return { ms: watch.total(), steps: watch.steps, longestTask }
}

/** The same rows, parsed and put into a table as they are. */
export async function importFloor(records: number): Promise<ImportTimes> {
  const database = new Dexie(`floor-${crypto.randomUUID()}`, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ rows: '++' })
  await database.open()
  const rows: Table<object> = database.table('rows')
  const watch = stopwatch()
  const tasks = new LongTasks()
  const bytes = await fileBytes()
  watch.step('bytes')
  const parsed = Papa.parse<object>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true })
  watch.step('parse')
  await rows.bulkAdd(parsed.data)
  watch.step('bulkAdd')
  await painted()
  watch.step('paint')
  const longestTask = tasks.finish()
  if (parsed.data.length !== records)
    throw new Error(`${parsed.data.length} rows came of ${records} records.`)
  await database.delete()
  return { ms: watch.total(), steps: watch.steps, longestTask }
}

async function fileBytes(): Promise<Uint8Array> {
  return readWhole(await request('headless.openFile', { option: 'file' }))
}
