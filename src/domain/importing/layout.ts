import { headerWord } from './header-words'
import { ImportProblem } from './problem'
import { isBlank, type RecordRow } from './table'

export interface Layout {
  readonly headers: readonly string[]
  readonly records: readonly RecordRow[]
  readonly notes: readonly string[]
}

const headerSearch = 40
const footerSearch = 15
const footerWords =
  /confidential|copyright|©|all rights reserved|generated (?:by|on|at)|exported (?:by|on|from|at)|report (?:name|generated|created|run)|end of (?:report|file)|(?:rows?|records?) (?:returned|exported|selected)|^\s*(?:rows?|records?|record count)\s*[:=]?\s*\d+\s*$|^\s*\d+ (?:rows?|records?|issues?|tickets?|cases?)\.?\s*$|^page \d+(?: of \d+)?$/iu
const totalWords = /^\s*(?:grand |sub)?-?(?:totals?|summe|gesamt|gesamtsumme|total général|totale|totaal)\b/iu

/**
 * Finds the header, the records and what is neither in raw rows. Title lines above the header, blank rows and
 * report footers are left out and noted.
 * @throws ImportProblem when there is no header or nothing below it.
 */
export function layOut(
  rows: readonly (readonly string[])[],
  name: string,
  knownHeaders: ReadonlySet<string>,
): Layout {
  const notes: string[] = []
  const headerAt = findHeader(rows, knownHeaders)
  const headerRow = rows[headerAt]
  if (!headerRow)
    throw new ImportProblem('empty-file', `${name} holds no rows. Export it again.`, { file: name })
  const above = rows.slice(0, headerAt).filter((row) => filledCells(row) > 0).length
  if (above > 0) notes.push(`${count(above, 'line')} above the header left out.`)

  const end = findEnd(rows, headerAt + 1, lastFilled(headerRow) + 1)
  const headers = nameColumns(headerRow, rows.slice(headerAt + 1, end))
  const below = rows.slice(end).filter((row) => filledCells(row) > 0).length
  if (below > 0) notes.push(`${count(below, 'line')} below the records left out (report footer).`)

  const records: RecordRow[] = []
  let blank = 0
  let repeatedHeaders = 0
  for (let index = headerAt + 1; index < end; index++) {
    const row = rows[index]
    if (!row || row.every(isBlank)) blank++
    else if (isSameRow(row, headerRow)) repeatedHeaders++
    else records.push(toRecord(row, records.length + 1, headers.length))
  }
  if (blank > 0) notes.push(`${count(blank, 'blank row')} left out.`)
  if (repeatedHeaders > 0) notes.push(`${count(repeatedHeaders, 'repeated header')} left out.`)
  if (records.length === 0) {
    throw new ImportProblem(
      'no-records',
      `${name} has a header but no records below it. Check the filter and export it again.`,
      {
        file: name,
        headers: headers.slice(0, 20),
      },
    )
  }
  return { headers, records, notes }
}

/** Exports that were put one behind the other bring their headers (and byte order marks) along. */
function isSameRow(row: readonly string[], header: readonly string[]): boolean {
  return (
    row.length === header.length &&
    row.length > 1 &&
    row[1] === header[1] &&
    row.every((cell, index) => (index === 0 ? cell.replace(/^\ufeff/u, '') : cell) === header[index])
  )
}

function toRecord(row: readonly string[], number: number, width: number): RecordRow {
  if (row.length === width) return { number, cells: row }
  if (row.length < width)
    return { number, cells: [...row, ...new Array<string>(width - row.length).fill('')] }
  const cells = row.slice(0, width)
  if (row.slice(width).every(isBlank)) return { number, cells }
  return { number, cells, problem: `This row has ${row.length} cells, but the header has ${width}.` }
}

/** The first row that is filled like the fullest; a later one wins when it, and not the first, has familiar words. */
function findHeader(rows: readonly (readonly string[])[], knownHeaders: ReadonlySet<string>): number {
  const top = rows.slice(0, headerSearch)
  const filled = top.map(filledCells)
  const fullest = Math.max(0, ...filled)
  const needed = fullest <= 2 ? fullest : Math.max(2, fullest * 0.6)
  const familiar = top.map((row) => familiarCells(row, knownHeaders))
  const candidates = top
    .map((_, index) => index)
    .filter((index) => (filled[index] ?? 0) >= Math.max(1, needed))
  const first = candidates[0]
  if (first === undefined) return -1
  if ((familiar[first] ?? 0) >= 2) return first
  const better = top.findIndex(
    (_, index) => (familiar[index] ?? 0) >= 3 && (filled[index] ?? 0) >= Math.max(3, fullest * 0.3),
  )
  return better >= 0 && (familiar[better] ?? 0) > (familiar[first] ?? 0) ? better : first
}

/** How many cells of a row are headers that some tracker has. */
export function familiarCells(row: readonly string[], knownHeaders: ReadonlySet<string>): number {
  return row.filter((cell) => cell.length < 100 && knownHeaders.has(headerWord(cell))).length
}

/** Index after the last record: report footers follow the records with a cell or two and say what they are. */
function findEnd(rows: readonly (readonly string[])[], from: number, width: number): number {
  let end = rows.length
  if (width < 3) return end
  let unexplained = false
  for (let index = rows.length - 1, seen = 0; index >= from && seen < footerSearch; index--) {
    const row = rows[index] ?? []
    const filled = filledCells(row)
    if (filled === 0) continue
    seen++
    const text = row.find((cell) => !isBlank(cell)) ?? ''
    const footer = filled <= 2 && footerWords.test(text)
    const total = !unexplained && totalWords.test(text) && filled <= Math.max(2, width / 2)
    if (footer || total) {
      end = index
      unexplained = false
    } else if (filled > 1) break
    else if (!aloneBetweenBlanks(rows, index)) unexplained = true
  }
  return end === rows.length ? end : footerTop(rows, from, end)
}

function aloneBetweenBlanks(rows: readonly (readonly string[])[], index: number): boolean {
  return filledCells(rows[index - 1] ?? []) === 0 && filledCells(rows[index + 1] ?? []) <= 1
}

/** A footer may begin with lines that say nothing telling (the report's name), set apart by a blank row. */
function footerTop(rows: readonly (readonly string[])[], from: number, end: number): number {
  let top = end
  while (top > from && filledCells(rows[top - 1] ?? []) === 1) top--
  return filledCells(rows[top - 1] ?? []) === 0 ? top : end
}

/** A column without a name counts when the header row has a place for it and some record has content there. */
function nameColumns(row: readonly string[], below: readonly (readonly string[])[]): string[] {
  let last = lastFilled(row)
  if (last + 1 < row.length)
    for (const cells of below) last = Math.max(last, Math.min(lastFilled(cells), row.length - 1))
  return row
    .slice(0, last + 1)
    .map((cell, index) => cell.trim().replace(/\s+/gu, ' ').slice(0, 900) || `Column ${index + 1}`)
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => !isBlank(cell))
}

function filledCells(row: readonly string[]): number {
  let filled = 0
  for (const cell of row) if (!isBlank(cell)) filled++
  return filled
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
