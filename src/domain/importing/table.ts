/** A file as it was found on disk. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface RecordRow {
  /** As a person would count: 1 is the first data record. */
  readonly number: number
  /** One text per header, exactly as it came; dates of a workbook are `YYYY-MM-DD HH:MM:SS`. */
  readonly cells: readonly string[]
  /** Why this record cannot be taken, where its very shape is wrong. */
  readonly problem?: string
}

/** What a file holds, whatever its format: a header and records of text. */
export interface Table {
  readonly kind: 'delimited' | 'workbook' | 'json'
  readonly encoding: string | null
  /** Nothing in the file proves its encoding. */
  readonly encodingAssumed: boolean
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly headers: readonly string[]
  readonly records: readonly RecordRow[]
  /** What was left out or assumed while reading, in plain words. */
  readonly notes: readonly string[]
}

export interface ReadOptions {
  readonly sheet?: string
  readonly delimiter?: string
  readonly encoding?: string
}

const nothings: ReadonlySet<string> = new Set(['?', '#n/a', 'n/a', 'ns', 'null', '-', '--', '—'])
const nothingStarts: ReadonlySet<string> = new Set(['?', '#', 'n', 'N', '-', '—'])

/** Whether a cell says that there is nothing, in one of the ways trackers say it. */
export function isNothing(cell: string): boolean {
  if (isBlank(cell)) return true
  if (cell.length > 8) return false
  const text = cell.trim()
  return nothingStarts.has(text[0] ?? '') && nothings.has(text.toLowerCase())
}

export function isBlank(cell: string): boolean {
  // Most cells begin with something to see, and are told at a glance.
  return cell === '' || (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 126 ? cell.trim() === '' : false)
}
