import { isNothing, type Table } from './table'

/** Up to `count` different values of a column, as they came, for the mapping screen. */
export function columnExamples(table: Table, index: number, count: number): string[] {
  const examples = new Set<string>()
  for (const { cells } of table.records) {
    const cell = cells[index] ?? ''
    if (!isNothing(cell)) examples.add(cell.length > 200 ? `${cell.slice(0, 199)}…` : cell)
    if (examples.size >= count) break
  }
  return [...examples]
}
