import type { Filling } from '../model/filling'
import { type Column, columnsOf, firstFilled } from './columns'
import { type ColumnMapping, targetOf } from './mapping'
import { isNothing, type Table } from './table'
import type { Target } from './targets'

/** Targets whose repeated columns are taken together. */
const joined: ReadonlySet<Target> = new Set<Target>([
  'reporter',
  'reporterUnit',
  'component',
  'processArea',
  'description',
  'workaround',
  'fixNote',
  'title',
  'tags',
  'comments',
  'ignore',
])

/** Which columns of a table feed what, under a mapping; decided once per file. */
export class RecordColumns {
  /** Columns that are kept as they came. */
  readonly kept: readonly Column[]
  private readonly feeding = new Map<Target, Column[]>()

  constructor(table: Table, mapping: ColumnMapping) {
    const kept: Column[] = []
    for (const column of columnsOf(table)) {
      const target = targetOf(mapping, column.header)
      const others = column.indexes.slice(1)
      if (target === null) kept.push(column)
      else this.feeding.set(target, [...(this.feeding.get(target) ?? []), column])
      // Only the first of repeated columns can be a date or a word; the others are kept as they came.
      if (target !== null && others.length > 0 && !joined.has(target))
        kept.push({ ...column, indexes: others })
    }
    this.kept = kept
  }

  /** Every target that columns feed, with them, in the order of the table. */
  targets(): Iterable<readonly [Target, readonly Column[]]> {
    return this.feeding
  }

  has(target: Target): boolean {
    return this.feeding.has(target)
  }

  all(target: Target): readonly Column[] {
    return this.feeding.get(target) ?? []
  }

  first(target: Target): Column | undefined {
    return this.feeding.get(target)?.[0]
  }

  /** The first of the target's cells that says something. */
  cell(cells: readonly string[], target: Target): string | undefined {
    const columns = this.feeding.get(target)
    if (!columns) return undefined
    for (const { indexes } of columns) {
      const text = firstFilled(cells, indexes, isNothing)
      if (text !== undefined) return text
    }
    return undefined
  }

  /** Keeps a word that nobody could understand as it came. */
  keep(fields: Filling, target: Target, word: string): void {
    const column = this.first(target)
    if (column) fields.set(column.field, word)
  }
}
