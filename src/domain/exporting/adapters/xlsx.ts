import { type CellValue, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import type { Value } from '../../model/value'
import { type ExportColumn, headingOf } from '../column'
import { isTellable, type WallClock, wallClockIn } from '../local-time'

/** Excel refuses a file with a longer cell. */
const longestCell = 32_767
/** What a cell ends with when its text did not fit; the whole of it is in the CSV. */
export const clippedMark = ' … [cut: longer than a spreadsheet cell]'

export interface Workbook {
  /** The file, made as it is read. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Number of cells that had to be cut, known once the chunks have been read. */
  clippedCells(): number
}

/**
 * A spreadsheet of one sheet: headings frozen, times as real dates of `zone`, and text as text, so that nothing
 * in it is ever run. Rows beyond what one sheet holds go on in another.
 */
export function toXlsx<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
  zone: string,
): Workbook {
  const written = new Cells(zone)
  function* cells(): Generator<CellValue[]> {
    for (const row of rows) yield written.of(columns, row)
  }
  const chunks = writeXlsxStream(cells(), {
    name: sheetName(name),
    freezePane: { rows: 1 },
    columns: headsOf(columns, zone),
  })
  return { chunks: chunksOf(chunks), clippedCells: () => written.clipped }
}

export interface Sheet<Row> {
  readonly name: string
  readonly columns: readonly ExportColumn<Row>[]
  readonly rows: Iterable<Row>
}

/** A sheet whose rows are made into cells already, so that sheets of different rows stand beside each other. */
export interface FilledSheet {
  readonly name: string
  readonly heads: ReturnType<typeof headsOf>
  readonly cells: CellValue[][]
}

export function filledSheet<Row>({ name, columns, rows }: Sheet<Row>, zone: string): FilledSheet {
  const written = new Cells(zone)
  const heads = headsOf(columns, zone)
  return { name, heads, cells: Array.from(rows, (row) => written.of(columns, row)) }
}

/** A spreadsheet of a few sheets, as safe as one of one. For what is small enough to be held whole. */
export async function toXlsxOfSheets(sheets: readonly FilledSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, heads, cells }) => ({
      name: sheetName(name),
      freezePane: { rows: 1 },
      columns: heads.map(({ header: _, ...column }) => column),
      rows: [heads.map(({ header }) => header), ...cells],
    })),
  })
}

/** Rows as cells; counts those that had to be cut. */
class Cells {
  clipped = 0
  private readonly wallClock: WallClock

  constructor(zone: string) {
    this.wallClock = wallClockIn(zone)
  }

  of<Row>(columns: readonly ExportColumn<Row>[], row: Row): CellValue[] {
    return columns.map(({ kind, read }) => {
      const cell = cellOf(read(row), kind, this.wallClock)
      return typeof cell === 'string' ? this.fitted(cell) : cell
    })
  }

  private fitted(text: string): string {
    if (text.length <= longestCell) return text
    this.clipped++
    return text.slice(0, longestCell - clippedMark.length) + clippedMark
  }
}

function headsOf<Row>(columns: readonly ExportColumn<Row>[], zone: string) {
  return columns.map((column) => ({
    header: headingOf(column, zone),
    width: column.width,
    ...(column.kind === 'instant' && { numFmt: 'yyyy-mm-dd hh:mm' }),
  }))
}

function cellOf(value: Value, kind: ExportColumn<never>['kind'], wallClock: WallClock): CellValue {
  if (kind !== 'instant' || typeof value !== 'number') return value
  return isTellable(value) ? new Date(wallClock(value)) : String(value)
}

/** What Excel does not allow in the name of a sheet becomes a blank. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:']/g, ' ')
      .slice(0, 31)
      .trim() || 'Export'
  )
}

/** Not every engine lets a stream be looped over, so it is read by hand. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
