import type { Fields } from '../model/value'
import { conflictIn, conflictingFields } from './apply'
import { canonicalJson } from './canonical-json'
import type { Replica } from './replica'
import type { Leaf } from './row'

/**
 * Everything a replica shows, for comparing laptops: two that hold the same operations have equal dumps.
 * A field that was set to null is there with null; a field that nobody has written is not there. Removed rows
 * and entities that this version does not know are included.
 */
export interface Dump {
  /** Entity → key → field → value. */
  readonly entities: Readonly<Record<string, Readonly<Record<string, Fields>>>>
  /** In order of entity, key and field. */
  readonly conflicts: readonly DumpedConflict[]
}

export type DumpedConflict = {
  readonly entity: string
  readonly key: string
  readonly field: string
  /** Greatest stamp first: the first one is what shows. */
  readonly values: readonly { readonly stamp: string; readonly value: Leaf['value']; readonly by: string }[]
}

export function dump(replica: Replica): Dump {
  return {
    entities: Object.fromEntries(
      replica.entityNames().map((entity) => {
        const rows = [...replica.table(entity)].map(([key, row]) => [key, { ...row.values }] as const)
        return [entity, Object.fromEntries(rows)]
      }),
    ),
    conflicts: [...conflictsOf(replica)],
  }
}

/** The dump as canonical JSON: equal dumps give equal text. */
export function dumpText({ entities, conflicts }: Dump): string {
  return canonicalJson({ entities, conflicts })
}

/** The text of the dump a row at a time, so that a hundred thousand rows are never one string. */
export function* dumpPieces(replica: Replica): Generator<string> {
  yield '{"conflicts":['
  let before = ''
  for (const conflict of conflictsOf(replica)) {
    yield before + canonicalJson(conflict)
    before = ','
  }
  yield '],"entities":{'
  before = ''
  for (const entity of replica.entityNames()) {
    yield `${before}${JSON.stringify(entity)}:{`
    before = ''
    const table = replica.table(entity)
    for (const key of [...table.keys()].sort()) {
      yield `${before}${JSON.stringify(key)}:${canonicalJson(table.get(key)?.values ?? {})}`
      before = ','
    }
    yield '}'
    before = ','
  }
  yield '}}'
}

function* conflictsOf(replica: Replica): Generator<DumpedConflict> {
  for (const entity of replica.entityNames()) {
    const disputed = [...replica.table(entity).values()].filter((row) => conflictingFields(row).length > 0)
    for (const row of disputed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
      for (const field of conflictingFields(row)) {
        const values = conflictIn(row, field).map(({ stamp, value, by }) => ({ stamp, value, by }))
        yield { entity, key: row.key, field, values }
      }
    }
  }
}
