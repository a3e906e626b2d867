import { leavesOf, sourcedIn } from '@domain/merge/apply'
import type { Intent } from '@domain/merge/intent'
import { importCause, isImported, type Operation } from '@domain/merge/operation'
import type { Replica } from '@domain/merge/replica'
import type { Row } from '@domain/merge/row'
import type { Fields, Value } from '@domain/model/value'

/** How a row stood before a change touched it. */
interface Before {
  readonly entity: string
  readonly key: string
  readonly row: Row | undefined
  readonly imported: boolean
  /** Fields that the change writes, with what stood there. */
  readonly fields: Fields
}

/**
 * What would take operations back, against the replica as it is before they are applied. A row they bring
 * into being is removed again; one that an import brought is marked, so that importing again brings it back.
 */
export function inverseOf(operations: readonly Operation[], replica: Replica): Intent[] {
  const before = new Map<string, Before>()
  for (const operation of operations) {
    const { entity, key } = operation
    const id = `${entity}\u0000${key}`
    const row = replica.table(entity).get(key)
    const entry = before.get(id) ?? { entity, key, row, imported: isImported(operation), fields: {} }
    before.set(id, entry)
    for (const field in operation.fields)
      if (row && !Object.hasOwn(entry.fields, field)) entry.fields[field] = standing(row, field)
  }
  return [...before.values()].reverse().flatMap(wayBack)
}

function wayBack({ entity, key, row, imported, fields }: Before): Intent[] {
  if (!row) return [{ entity, key, fields: { removed: true, ...(imported && { importUndone: true }) } }]
  if (!imported) return [{ entity, key, fields }]
  // Where nobody had edited the field here, the source's word goes back too, so that the next import sees a change.
  const [untouched, edited] = [{} as Fields, {} as Fields]
  for (const field in fields) (editedHere(row, field) ? edited : untouched)[field] = fields[field] as Value
  return [
    { entity, key, fields: untouched, cause: importCause('undone') },
    { entity, key, fields: edited },
  ].filter((intent) => Object.keys(intent.fields).length > 0)
}

function editedHere(row: Row, field: string): boolean {
  const leaves = leavesOf(row, field)
  const said = sourcedIn(row, field)
  return leaves.some(({ stamp }) => stamp !== said?.stamp)
}

/** What would bring back the values that intents are about to replace. */
export function valuesBefore(intents: readonly Intent[], replica: Replica): Intent[] {
  return intents.map(({ entity, key, fields }) => {
    const row = replica.table(entity).get(key)
    const values = Object.keys(fields).map((field) => [field, row ? standing(row, field) : null])
    return { entity, key, fields: Object.fromEntries(values) }
  })
}

function standing({ values }: Row, field: string): Value {
  return Object.hasOwn(values, field) ? (values[field] as Value) : null
}
