import type { Dump, DumpedConflict } from '@domain/merge/dump'
import { effectiveAt, isImported, type Operation } from '@domain/merge/operation'
import { type LaptopId, type Stamp, stampWall } from '@domain/merge/stamp'
import type { Fields, Instant, Value } from '@domain/model/value'

/**
 * The merge as the architecture tells it, with no regard for speed: everything is computed anew from all
 * operations at hand. What the replica keeps up to date piece by piece must come to the same.
 */
interface Write {
  readonly stamp: Stamp
  readonly value: Value
  readonly by: string
  readonly was: readonly Stamp[]
  readonly laptop: LaptopId
  readonly imported: boolean
  readonly at: Instant
}

interface FieldWrites {
  readonly entity: string
  readonly key: string
  readonly field: string
  /** Oldest stamp first. */
  readonly writes: readonly Write[]
}

export function writesByField(operations: readonly Operation[]): FieldWrites[] {
  const found = new Map<string, FieldWrites & { writes: Write[] }>()
  for (const operation of operations) {
    const { entity, key, stamp, by, fields, was, laptop } = operation
    const told = { stamp, by, laptop, imported: isImported(operation), at: effectiveAt(operation) }
    for (const [field, value] of Object.entries(fields)) {
      const id = JSON.stringify([entity, key, field])
      const known = found.get(id) ?? { entity, key, field, writes: [] }
      known.writes.push({ ...told, value, was: was?.[field] ?? [] })
      found.set(id, known)
    }
  }
  for (const { writes } of found.values()) writes.sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}

/** The same word of a source, read on another laptop from the same export or an older one. */
export function isSaidAgain(write: Write, word: Write): boolean {
  const isUndated = write.at === stampWall(write.stamp)
  return (
    write.imported &&
    word.imported &&
    write.value === word.value &&
    write.laptop !== word.laptop &&
    (isUndated || write.at <= word.at)
  )
}

export function referenceDump(operations: readonly Operation[]): Dump {
  const entities: Record<string, Record<string, Fields>> = {}
  for (const { entity, key } of operations) {
    entities[entity] ??= {}
    entities[entity][key] ??= {}
  }
  const conflicts: DumpedConflict[] = []
  for (const { entity, key, field, writes } of writesByField(operations)) {
    const seen = new Set(writes.flatMap(({ was }) => was))
    const unseen = writes.filter(({ stamp }) => !seen.has(stamp)).reverse()
    const overwritten = writes.filter(({ stamp }) => seen.has(stamp))
    const said = unseen.filter((write) => !overwritten.some((word) => isSaidAgain(write, word)))
    const leaves = said.length > 0 ? said : unseen
    const [shown] = leaves
    if (!shown) throw new Error('a field that has been written shows something')
    const row = entities[entity]?.[key]
    if (row) row[field] = shown.value
    const arrived = new Set(writes.map(({ stamp }) => stamp))
    const complete = [...seen].every((stamp) => arrived.has(stamp))
    if (complete && leaves.some(({ value }) => value !== shown.value)) {
      conflicts.push({
        entity,
        key,
        field,
        values: leaves.map(({ stamp, value, by }) => ({ stamp, value, by })),
      })
    }
  }
  return { entities, conflicts }
}
