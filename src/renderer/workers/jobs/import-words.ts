import { type ColumnMapping, targetOf } from '@domain/importing/mapping'
import type { Table } from '@domain/importing/table'
import { unknownValues, type ValueTarget } from '@domain/importing/value-meaning'

/** A word of the file that no rule knows: what it stands for is a person's to say. */
export interface WordToSettle {
  readonly target: ValueTarget
  readonly header: string
  readonly word: string
  /** Number of records that say it. */
  readonly count: number
}

const valueTargets = ['status', 'severity', 'class', 'channel'] as const satisfies readonly ValueTarget[]

/** Words that nobody knows or that somebody has settled before, commonest first for each column. */
export function wordsToSettle(table: Table, mapping: ColumnMapping): WordToSettle[] {
  const unknown = unknownValues(table, mapping)
  return valueTargets.flatMap((target) => {
    const column = table.headers.findIndex((header) => targetOf(mapping, header) === target)
    const words = new Set([...Object.keys(mapping.values[target] ?? {}), ...(unknown[target] ?? [])])
    if (column < 0 || words.size === 0) return []
    const counts = new Map([...words].map((word) => [word, 0]))
    for (const { cells } of table.records) {
      const word = (cells[column] ?? '').trim()
      const count = counts.get(word)
      if (count !== undefined) counts.set(word, count + 1)
    }
    return [...counts]
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([word, count]) => ({ target, header: table.headers[column] ?? '', word, count }))
  })
}
