import type { EntityName, ValuesOf } from '../model/entities'
import { applyTo, bornFrom } from './apply'
import { ConflictList } from './conflict-list'
import { Heads } from './heads'
import type { Operation } from './operation'
import type { Row } from './row'
import { noteSeen, type Seen } from './seen'
import { type LaptopId, type Stamp, stampLaptop } from './stamp'

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

  /** Takes over what a snapshot stands for. Only for an empty replica. */
  restore(seen: Iterable<[LaptopId, Seen]>, operations: number): void {
    for (const [laptop, extent] of seen) this.seen.set(laptop, extent)
    this.operations = operations
  }

  readonly hasArrived = (stamp: Stamp): boolean => {
    const seen = this.seen.get(stampLaptop(stamp))
    if (!seen) return false
    return stamp <= seen.stamp || seen.beyondStamps.has(stamp)
  }
}
