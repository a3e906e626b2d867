import { edits } from './edit'
import { holdPlainRows } from './heap'
import { importFloor, importOurs } from './import'
import { mergeTime } from './merge'
import { prepareReport, printOurs } from './report'

const bench = { edits, holdPlainRows, importFloor, importOurs, mergeTime, prepareReport, printOurs }

declare global {
  interface Window {
    /** What the runner calls. */
    bench: typeof bench
  }
}

window.bench = bench
