import type { EntityName, ValuesOf } from '../model/entities'
import { applyTo, bornFrom } from './apply'
import { ConflictList } from './conflict-list'
import { Heads } from './heads'
import { Intake } from './intake'
import type { Operation } from './operation'
import type { Row } from './row'
import { hasArrivedIn, noteSeen, type Seen } from './seen'
import type { LaptopId, Stamp } from './stamp'

/** So many rows or operations are shown in a moment. */
const stretch = 256

/** All rows of one engagement, by entity and key, and which operations they are the sum of. */
export class Replica {
  readonly seen = new Map<LaptopId, Seen>()
  readonly conflicts = new ConflictList()
  private readonly tables = new Map<string, Map<string, Row>>()
  private operations = 0

  /** @param heads those of the rows that a snapshot is about to bring; none for an empty replica. */
  constructor(readonly heads: Heads = new Heads()) {}

  /** Number of operations applied, duplicates left out. */
  get size(): number {
    return this.operations
  }

  /** Adds an operation; false when it was there already. */
  apply(operation: Operation): boolean {
    if (!noteSeen(this.seen, operation)) return false
    this.operations++
    const table = this.table(operation.entity)
    const row = table.get(operation.key)
    if (row) {
      applyTo(row, operation, this.hasArrived)
      this.conflicts.note(operation.entity, row, operation.fields)
    } else {
      const born = bornFrom(operation, this.heads, this.hasArrived)
      table.set(operation.key, born)
      if (operation.fields.duplicateOf) this.conflicts.note(operation.entity, born, operation.fields)
    }
    return true
  }

  /** For operations that are to be shown later, all at once. Nothing else may be applied before that. */
  intake(): Intake {
    return new Intake(this.heads, this.seen, (entity, key) => this.tables.get(entity)?.has(key) ?? false)
  }

  /** Shows what has come in, a stretch at a time. */
  *show({ seen, size, born, waiting }: Intake): Generator<void, void> {
    let done = 0
    for (const operation of waiting) {
      this.apply(operation)
      if (++done % stretch === 0) yield
    }
    for (const [entity, rows] of born) {
      const table = this.table(entity)
      for (const [key, row] of rows) {
        table.set(key, row)
        if (row.states || row.values.duplicateOf) this.conflicts.note(entity, row, row.states ?? {})
        if (++done % stretch === 0) yield
      }
    }
    // Only now: a write must not take a predecessor for applied that waited behind it.
    this.restore(seen, this.operations + size - waiting.length)
  }

  rows<E extends EntityName>(entity: E): ReadonlyMap<string, Row<ValuesOf<E>>> {
    // The door checks every known field against its schema, so rows hold what the schema says.
    return this.table(entity) as ReadonlyMap<string, Row> as ReadonlyMap<string, Row<ValuesOf<E>>>
  }

  /** Rows of any entity, also of one that this version does not know. */
  table(entity: string): Map<string, Row> {
    let table = this.tables.get(entity)
    if (!table) {
      table = new Map()
      this.tables.set(entity, table)
    }
    return table
  }

  entityNames(): string[] {
    return [...this.tables.keys()].filter((name) => (this.tables.get(name)?.size ?? 0) > 0).sort()
  }

  /** Takes over what has been seen and how many operations that are, where the rows are those of these already. */
  restore(seen: Iterable<[LaptopId, Seen]>, operations: number): void {
    for (const [laptop, extent] of seen) this.seen.set(laptop, extent)
    this.operations = operations
  }

  readonly hasArrived = (stamp: Stamp): boolean => hasArrivedIn(this.seen, stamp)
}
