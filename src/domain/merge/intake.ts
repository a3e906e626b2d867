import { applyTo, bornFrom } from './apply'
import type { Heads } from './heads'
import type { Operation } from './operation'
import type { Row } from './row'
import { copyOfSeen, hasArrivedIn, noteSeen, type Seen } from './seen'
import type { LaptopId, Stamp } from './stamp'

/**
 * Operations on their way to a replica, which shows them all at once when all have come. Rows that they bring into
 * being are made meanwhile, beside those that are shown; what they write into rows that are there waits. Of an intake
 * that is given up only heads are left, at which nothing points and which no snapshot keeps.
 */
export class Intake {
  /** What will have been seen once they are shown. */
  readonly seen: Map<LaptopId, Seen>
  readonly born = new Map<string, Map<string, Row>>()
  readonly waiting: Operation[] = []
  /** Number of operations taken, those that were there already left out. */
  size = 0

  /** @param isThere whether the replica has such a row */
  constructor(
    private readonly heads: Heads,
    seen: ReadonlyMap<LaptopId, Seen>,
    private readonly isThere: (entity: string, key: string) => boolean,
  ) {
    this.seen = copyOfSeen(seen)
  }

  take(operation: Operation): void {
    if (!noteSeen(this.seen, operation)) return
    this.size++
    const { entity, key } = operation
    if (this.isThere(entity, key)) {
      this.waiting.push(operation)
      return
    }
    let rows = this.born.get(entity)
    if (!rows) {
      rows = new Map()
      this.born.set(entity, rows)
    }
    const row = rows.get(key)
    if (row) applyTo(row, operation, this.hasArrived)
    else rows.set(key, bornFrom(operation, this.heads, this.hasArrived))
  }

  /** Entities that are written. */
  entities(): Set<string> {
    return new Set([...this.born.keys(), ...this.waiting.map(({ entity }) => entity)])
  }

  private readonly hasArrived = (stamp: Stamp): boolean => hasArrivedIn(this.seen, stamp)
}
