import { conflictIn } from '@domain/merge/apply'
import { author, type Intent } from '@domain/merge/intent'
import type { Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { type Clock, clockAtStart, type LaptopId, receive } from '@domain/merge/stamp'
import type { Value } from '@domain/model/value'

/** Monday 2 March 2026, 08:00 UTC: the morning on which tests begin. */
export const firstMorning = Date.UTC(2026, 2, 2, 8)

/** A laptop as the merge sees it: an id, a clock, and every operation it holds, its own and those brought. */
export interface Laptop {
  readonly id: LaptopId
  readonly replica: Replica
  readonly operations: readonly Operation[]
  /** What its wall clock says; a test may set it to anything. */
  now: number
  /** Writes intents as one change and returns the operations. */
  write(intents: Intent | readonly Intent[], cause?: string): readonly Operation[]
  /** Takes operations of other laptops, in the order given; returns how many were new. */
  receive(operations: Iterable<Operation>): number
  value(entity: string, key: string, field: string): Value | undefined
  /** Values in conflict, the shown one first. */
  conflict(entity: string, key: string, field: string): Value[]
}

/** `name` is any short word of lower-case letters and digits; the id is that name filled up to ten characters. */
export function makeLaptop(name: string, now = firstMorning): Laptop {
  const id = name.padEnd(10, '0').slice(0, 10)
  const replica = new Replica()
  const operations: Operation[] = []
  let clock: Clock = clockAtStart
  let seq = 0
  const take = (operation: Operation) => {
    const isNew = replica.apply(operation)
    if (isNew) operations.push(operation)
    return isNew
  }
  return {
    id,
    replica,
    operations,
    now,
    write(intents, cause) {
      const list = Array.isArray(intents) ? intents : [intents]
      const by = { laptop: id, by: name, clock, seq, now: this.now, ...(cause !== undefined && { cause }) }
      const authored = author(list, replica, by)
      clock = authored.clock
      seq = authored.seq
      authored.operations.forEach(take)
      return authored.operations
    },
    receive(brought) {
      let count = 0
      for (const operation of brought) {
        clock = receive(clock, operation.stamp, this.now).clock
        if (take(operation)) count++
      }
      return count
    },
    value: (entity, key, field) => replica.table(entity).get(key)?.values[field],
    conflict(entity, key, field) {
      const row = replica.table(entity).get(key)
      return row ? conflictIn(row, field).map(({ value }) => value) : []
    },
  }
}
