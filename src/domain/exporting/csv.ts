import type { Value } from '../model/value'
import { type ExportColumn, headingOf } from './column'
import { harmless } from './formula'
import { localText, type WallClock, wallClockIn } from './local-time'

/** Spreadsheet programs take a file for Windows-1252 unless it says otherwise. */
const byteOrderMark = '\ufeff'
const rowsInPiece = 500

const needsQuotes = /[",\r\n]|^\s|\s$/u

/** A file of comma-separated values, a piece at a time: UTF-8 with byte order mark, CRLF, times in `zone`. */
export function* csvPieces<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
  zone: string,
): Generator<string> {
  const wallClock = wallClockIn(zone)
  let piece = byteOrderMark + lineOf(columns.map((column) => textCell(headingOf(column, zone))))
  let waiting = 0
  for (const row of rows) {
    piece += lineOf(columns.map((column) => cellOf(column.read(row), column.kind, wallClock)))
    if (++waiting < rowsInPiece) continue
    yield piece
    piece = ''
    waiting = 0
  }
  if (piece !== '') yield piece
}

export function toCsv<Row>(columns: readonly ExportColumn<Row>[], rows: Iterable<Row>, zone: string): string {
  return [...csvPieces(columns, rows, zone)].join('')
}

function lineOf(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

function cellOf(value: Value, kind: ExportColumn<never>['kind'], wallClock: WallClock): string {
  if (value === null) return ''
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number' && kind === 'instant') return localText(value, wallClock)
  return String(value)
}

function textCell(text: string): string {
  const safe = harmless(text)
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
