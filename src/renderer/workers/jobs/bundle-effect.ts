import { conflictIn } from '@domain/merge/apply'
import type { Operation } from '@domain/merge/operation'
import type { Replica } from '@domain/merge/replica'
import { type Stamp, stampWall } from '@domain/merge/stamp'
import type { Instant, Value } from '@domain/model/value'

const removal = 'removed'
/** Rows of which a preview tells; all are counted. */
const rowsShown = 500

/** A row that a bundle brings or changes. */
export interface TouchedRow {
  readonly entity: string
  readonly key: string
  readonly isNew: boolean
  /** What people know it by, as it would read afterwards. */
  readonly name: string
  readonly fields: readonly ChangedField[]
}

export interface ChangedField {
  readonly field: string
  readonly before: Value
  readonly after: Value
  /** Both laptops have changed it without having seen each other. */
  readonly isConflict: boolean
  /** Where it is one: all that would stand side by side, what would show first. */
  readonly standing?: readonly StandingValue[]
}

export interface StandingValue {
  readonly value: Value
  readonly by: string
  readonly at: Instant
}

export interface BundleEffect {
  /** By entity. */
  readonly created: Readonly<Record<string, number>>
  readonly changed: Readonly<Record<string, number>>
  /** Fields that would be in conflict and are not now. */
  readonly conflicts: number
  /** Those with conflicts first. */
  readonly rows: readonly TouchedRow[]
}

/** What operations would do to the rows of a replica, which is changed by it and of no use for anything else. */
export function effectOf(fresh: readonly Operation[], replica: Replica): BundleEffect {
  const touched = new Map<
    string,
    { entity: string; key: string; isNew: boolean; before: Map<string, Value> }
  >()
  const inConflict = new Set<string>()
  for (const { entity, key, fields } of fresh) {
    const id = `${entity}\u0000${key}`
    const row = replica.table(entity).get(key)
    let entry = touched.get(id)
    if (!entry) {
      entry = { entity, key, isNew: row === undefined, before: new Map() }
      touched.set(id, entry)
    }
    // Whatever is typed into a row may meet its removal.
    for (const field of [...Object.keys(fields), removal]) {
      if (entry.before.has(field)) continue
      entry.before.set(field, row?.values[field] ?? null)
      if (row && conflictIn(row, field).length > 0) inConflict.add(`${id}\u0000${field}`)
    }
  }
  for (const operation of fresh) replica.apply(operation)
  const created: Record<string, number> = {}
  const changed: Record<string, number> = {}
  let conflicts = 0
  const rows: TouchedRow[] = []
  for (const [id, { entity, key, isNew, before }] of touched) {
    const row = replica.table(entity).get(key)
    if (!row) continue
    const fields = [...before].flatMap(([field, value]): ChangedField[] => {
      const told = { field, before: value, after: row.values[field] ?? null }
      const standing = inConflict.has(`${id}\u0000${field}`) ? [] : conflictIn(row, field)
      const isUntouched = field === removal && told.before === told.after
      if (standing.length === 0) return isUntouched ? [] : [{ ...told, isConflict: false }]
      conflicts++
      return [{ ...told, isConflict: true, standing: standing.map(standingValue) }]
    })
    const counts = isNew ? created : changed
    counts[entity] = (counts[entity] ?? 0) + 1
    rows.push({ entity, key, isNew, name: nameOf(row.values, key), fields })
  }
  rows.sort((a, b) => Number(hasConflict(b)) - Number(hasConflict(a)))
  return { created, changed, conflicts, rows: rows.slice(0, rowsShown) }
}

function standingValue({ value, by, stamp }: { value: Value; by: string; stamp: Stamp }): StandingValue {
  return { value, by, at: stampWall(stamp) }
}

const hasConflict = ({ fields }: TouchedRow) => fields.some(({ isConflict }) => isConflict)

/** Fields that rows of one entity or another are known by. */
const naming = ['title', 'name', 'text'] as const
const longestName = 200

function nameOf(values: Readonly<Record<string, Value>>, key: string): string {
  const told = naming.map((field) => values[field]).find((value) => typeof value === 'string' && value !== '')
  const name = [values.shortKey, told].filter((part) => typeof part === 'string').join(' ')
  return (name || key).slice(0, longestName)
}
