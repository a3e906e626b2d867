import { request } from '../../src/renderer/app/bridge'
import { bundleBackUp, exportOurs, holdOperations, mergeOurs } from './bundle'
import { edits } from './edit'
import { holdPlainRows } from './heap'
import { importFloor, importOurs } from './import'
import { mergeTime } from './merge'
import { prepareReport, printOurs } from './report'

const bench = {
  bundleBackUp,
  edits,
  exportOurs,
  holdOperations,
  holdPlainRows,
  importFloor,
  importOurs,
  mergeOurs,
  mergeTime,
  prepareReport,
  printOurs,
}

declare global {
  interface Window {
    /** What the runner calls. */
    bench: typeof bench
  }
}

// A page that never takes its command is taken for dead after a minute.
void request('headless.take', undefined)
window.bench = bench
