import type { Table } from './table'

/** All columns that carry one header. */
export interface Column {
  readonly header: string
  readonly indexes: readonly number[]
  /** The field that keeps the column as it came. */
  readonly field: string
}

export function columnsOf(table: Table): Column[] {
  const byHeader = new Map<string, number[]>()
  table.headers.forEach((header, index) => {
    const indexes = byHeader.get(header)
    if (indexes) indexes.push(index)
    else byHeader.set(header, [index])
  })
  return [...byHeader].map(([header, indexes]) => ({ header, indexes, field: `column:${header}` }))
}

/** The first cell that says something. */
export function firstFilled(
  cells: readonly string[],
  indexes: readonly number[],
  isEmpty: (cell: string) => boolean,
): string | undefined {
  for (const index of indexes) {
    const cell = cells[index]
    if (cell !== undefined && !isEmpty(cell)) return cell
  }
  return undefined
}

/** All cells that say something, or an empty text. */
export function joinFilled(
  cells: readonly string[],
  indexes: readonly number[],
  between: string,
  isEmpty: (cell: string) => boolean,
): string {
  let text = ''
  for (const index of indexes) {
    const cell = cells[index]
    if (cell !== undefined && !isEmpty(cell)) text = text === '' ? cell : text + between + cell
  }
  return text
}
