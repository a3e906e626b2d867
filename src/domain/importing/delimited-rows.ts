import { guessDelimiter, splitRows } from './delimited'
import { familiarCells } from './layout'
import { knownHeaders } from './trackers'

export interface DelimitedRows {
  readonly delimiter: string | null
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/** Stands for "no delimiter": it cannot occur in text that has passed as a table. */
const noDelimiter = '\u0000'
const probeLength = 65_536
const equalsSign = 61
const probeRows = 120

/** Rows of delimited text. `asked` is the delimiter where a person knows better than what would be found. */
export function delimitedRows(whole: string, asked?: string): DelimitedRows {
  const told = /^sep=(.)\r*\n?/i.exec(whole.slice(0, 10))
  const text = told ? whole.slice(told[0].length) : whole
  const delimiter = asked ?? told?.[1] ?? guessed(text)
  if (delimiter === null) {
    const unwrapped = unwrap(text)
    if (unwrapped) return unwrapped
  }
  const stray: number[] = []
  const rows = splitRows(text, delimiter ?? noDelimiter, undefined, (row) => stray.push(row + 1))
  return {
    delimiter,
    rows: rows.some(hasFormula) ? rows.map((row) => row.map(textOfFormula)) : rows,
    notes: stray.length > 0 ? [strayNote(stray)] : [],
  }
}

const mostNamed = 5

/** Row numbers count from 1, the header included. */
function strayNote(rows: readonly number[]): string {
  const named = rows.slice(0, mostNamed).join(', ')
  const more = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : ''
  return `A quote is opened and not closed in row ${named}${more}; it was read as part of its text.`
}

function guessed(text: string): string | null {
  const delimiter = guessDelimiter(text)
  return delimiter !== null && isOneColumn(text.slice(0, probeLength), delimiter) ? null : delimiter
}

/** A list of titles under one header: what its lines have commas for is no second column. */
function isOneColumn(probe: string, delimiter: string): boolean {
  const rows = splitRows(probe, delimiter, probeRows)
  return (
    rows[0]?.length === 1 &&
    familiarCells(rows[0], knownHeaders) === 1 &&
    rows.every((row) => familiarCells(row, knownHeaders) < 2)
  )
}

/** A spreadsheet program that took every line for one cell has put each into quotes as a whole. */
function unwrap(text: string): DelimitedRows | undefined {
  if (!text.startsWith('"')) return undefined
  const inner = splitRows(text, noDelimiter)
    .map(([line = '']) => line)
    .join('\n')
  const delimiter = guessDelimiter(inner)
  if (delimiter === null) return undefined
  const rows = splitRows(inner, delimiter)
  if (familiarCells(rows[0] ?? [], knownHeaders) < 2) return undefined
  return { delimiter, rows, notes: ['Every line was one quoted cell, and was taken apart again.'] }
}

function hasFormula(row: readonly string[]): boolean {
  for (const cell of row) if (cell.charCodeAt(0) === equalsSign) return true
  return false
}

/** `="00012"` is how exports keep a spreadsheet program from taking a text for a number. */
function textOfFormula(cell: string): string {
  if (!cell.startsWith('=')) return cell
  const text = /^="((?:[^"]|"")*)"$/u.exec(cell)?.[1]
  return text === undefined ? cell : text.replaceAll('""', '"')
}
