import { isNothing, type Table } from './table'

/** A column that has said the same few things so often will hardly say more. */
const probe = 1_000

/** Up to `count` different values of a column, as they came, for the mapping screen. */
export function columnExamples(table: Table, index: number, count: number): string[] {
  const examples = new Set<string>()
  let filled = 0
  for (const { cells } of table.records) {
    const cell = cells[index] ?? ''
    if (isNothing(cell)) continue
    examples.add(cell.length > 200 ? `${cell.slice(0, 199)}…` : cell)
    if (examples.size >= count || ++filled >= probe) break
  }
  return [...examples]
}
