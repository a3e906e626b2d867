import type { Dump, DumpedConflict } from '@domain/merge/dump'
import { effectiveAt, everyField, isImported, type Operation } from '@domain/merge/operation'
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
  /** What it had seen in other fields. */
  readonly over: readonly Stamp[]
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
    const told = {
      stamp,
      by,
      laptop,
      imported: isImported(operation),
      at: effectiveAt(operation),
      over: was?.[everyField] ?? [],
    }
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

const unseenWrites = (writes: readonly Write[]) => {
  const seen = new Set(writes.flatMap(({ was }) => was))
  return writes.filter(({ stamp }) => !seen.has(stamp)).reverse()
}

/** What stands in a field, what shows first, and whether everything that it builds on has come. */
function standing(writes: readonly Write[]) {
  const unseen = unseenWrites(writes)
  const overwritten = writes.filter(({ stamp }) => !unseen.some((write) => write.stamp === stamp))
  const said = unseen.filter((write) => !overwritten.some((word) => isSaidAgain(write, word)))
  const arrived = new Set(writes.map(({ stamp }) => stamp))
  const complete = writes.every(({ was }) => was.every((stamp) => arrived.has(stamp)))
  return { leaves: said.length > 0 ? said : unseen, complete }
}

/** Of each laptop that has typed into a row, but for those that removed it or were seen by them, what it typed last. */
function editsBeside(all: readonly FieldWrites[], entity: string, key: string, removals: readonly Write[]) {
  const removing = unseenWrites(removals)
  const last = new Map<LaptopId, Write>()
  for (const other of all) {
    if (other.entity !== entity || other.key !== key || other.field === 'removed') continue
    for (const write of unseenWrites(other.writes)) {
      const isKnown = removing.some(
        ({ laptop, stamp, over }) =>
          laptop === write.laptop || over.includes(write.stamp) || write.over.includes(stamp),
      )
      if (write.imported || isKnown) continue
      if ((last.get(write.laptop)?.stamp ?? '') < write.stamp) last.set(write.laptop, write)
    }
  }
  return [...last.values()]
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .map((write) => ({ ...write, value: false }))
}

export function referenceDump(operations: readonly Operation[]): Dump {
  const entities: Record<string, Record<string, Fields>> = {}
  for (const { entity, key } of operations) {
    entities[entity] ??= {}
    entities[entity][key] ??= {}
  }
  const conflicts: DumpedConflict[] = []
  const all = writesByField(operations)
  for (const { entity, key, field, writes } of all) {
    const { leaves, complete } = standing(writes)
    const [shown] = leaves
    if (!shown) throw new Error('a field that has been written shows something')
    const row = entities[entity]?.[key]
    if (row) row[field] = shown.value
    if (!complete) continue
    let sides: readonly Pick<Write, 'stamp' | 'value' | 'by'>[] = leaves
    if (field === 'removed' && shown.value === true && leaves.every(({ value }) => value === true))
      sides = [
        ...unseenWrites(writes).filter(({ value }) => value === true),
        ...editsBeside(all, entity, key, writes),
      ]
    if (sides.some(({ value }) => value !== shown.value))
      conflicts.push({
        entity,
        key,
        field,
        values: sides.map(({ stamp, value, by }) => ({ stamp, value, by })),
      })
  }
  return { entities, conflicts }
}
