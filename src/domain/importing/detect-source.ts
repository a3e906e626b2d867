import { headerWord } from './header-words'
import type { Table } from './table'
import { allTrackers, trackerOf } from './trackers'
import type { SourceName, Tracker } from './trackers/tracker'

export interface DetectedSource {
  readonly source: SourceName
  /** Between 0 and 1. */
  readonly confidence: number
  readonly why: string
}

const marksNeeded = 2
const marksForCertainty = 6

/** Which tracker wrote the file, by headers that hardly any other has. */
export function detectSource(table: Table): DetectedSource {
  const words = new Map(table.headers.map((header) => [headerWord(header), header]))
  let best: { tracker: Tracker; found: string[] } | undefined
  for (const tracker of allTrackers) {
    if (tracker.source === 'servicenow-audit' || (tracker.source === 'github' && table.kind !== 'json'))
      continue
    if (!tracker.headers.externalKey?.some((name) => words.has(headerWord(name)))) continue
    const found = [...new Set(tracker.marks.map(headerWord))].flatMap((mark) => words.get(mark) ?? [])
    if (found.length > (best?.found.length ?? 0)) best = { tracker, found }
  }
  if (!best || best.found.length < marksNeeded) {
    return { source: 'table', confidence: 1, why: 'The columns belong to no tracker known by name.' }
  }
  const confidence = Math.min(1, best.found.length / marksForCertainty)
  const why = `It has the columns ${best.found.slice(0, 4).join(', ')}.`
  if (best.tracker.source === 'servicenow' && isAudit(table, words)) {
    return { source: 'servicenow-audit', confidence, why: `${why} The same number comes once per update.` }
  }
  return { source: best.tracker.source, confidence, why }
}

/** Rows of one number with different update counts (or times) are its history, not a mistake. */
function isAudit(table: Table, words: ReadonlyMap<string, string>): boolean {
  const column = (names: readonly string[]) => {
    const header = names.map((name) => words.get(headerWord(name))).find((found) => found !== undefined)
    return header === undefined ? -1 : table.headers.indexOf(header)
  }
  const { headers } = trackerOf('servicenow')
  const number = column(headers.externalKey ?? [])
  const moment = column([...(headers.updateNumber ?? []), ...(headers.sourceUpdatedAt ?? [])])
  if (number < 0 || moment < 0) return false
  const numbers = new Set<string>()
  const moments = new Set<string>()
  for (const { cells } of table.records) {
    numbers.add(cells[number] ?? '')
    moments.add(`${cells[number]}\u0000${cells[moment]}`)
  }
  const repeats = table.records.length - numbers.size
  return repeats >= 2 && repeats >= table.records.length * 0.2 && moments.size - numbers.size >= repeats * 0.5
}
