import type { ExportColumn } from './column'

const rowsInPiece = 500

/** A JSON array with an object for each row, a piece at a time. Times are instants: `2026-11-23T08:12:00.000Z`. */
export function* jsonPieces<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
): Generator<string> {
  let piece = '['
  let separator = '\n'
  let waiting = 0
  for (const row of rows) {
    piece += separator + JSON.stringify(recordOf(columns, row))
    separator = ',\n'
    if (++waiting < rowsInPiece) continue
    yield piece
    piece = ''
    waiting = 0
  }
  yield `${piece}\n]\n`
}

export function toJson<Row>(columns: readonly ExportColumn<Row>[], rows: Iterable<Row>): string {
  return [...jsonPieces(columns, rows)].join('')
}

function recordOf<Row>(columns: readonly ExportColumn<Row>[], row: Row) {
  return Object.fromEntries(
    columns.map(({ id, kind, read }) => {
      const value = read(row)
      return [id, kind === 'instant' && typeof value === 'number' ? new Date(value).toISOString() : value]
    }),
  )
}
