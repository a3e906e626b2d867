import type { Intent } from '@domain/merge/intent'
import type { Operation } from '@domain/merge/operation'
import type { Replica } from '@domain/merge/replica'
import type { Fields, Value } from '@domain/model/value'

/**
 * What would take operations back, against the replica as it is before they are applied. A row they bring
 * into being is removed again; one that an import brought is marked, so that importing again brings it back.
 */
export function inverseOf(operations: readonly Operation[], replica: Replica): Intent[] {
  const before = new Map<
    string,
    { entity: string; key: string; fields: Fields; born: boolean; imported: boolean }
  >()
  for (const { entity, key, fields, cause } of operations) {
    const id = `${entity}\u0000${key}`
    const row = replica.table(entity).get(key)
    let entry = before.get(id)
    if (!entry) {
      entry = { entity, key, fields: {}, born: !row, imported: cause?.startsWith('import:') ?? false }
      before.set(id, entry)
    }
    if (!row) continue
    for (const field in fields)
      if (!Object.hasOwn(entry.fields, field)) entry.fields[field] = standing(row.values, field)
  }
  return [...before.values()].reverse().map(({ entity, key, fields, born, imported }) => ({
    entity,
    key,
    fields: born ? { removed: true, ...(imported && { importUndone: true }) } : fields,
  }))
}

/** What would bring back the values that intents are about to replace. */
export function valuesBefore(intents: readonly Intent[], replica: Replica): Intent[] {
  return intents.map(({ entity, key, fields }) => {
    const row = replica.table(entity).get(key)
    return {
      entity,
      key,
      fields: Object.fromEntries(
        Object.keys(fields).map((field) => [field, row ? standing(row.values, field) : null]),
      ),
    }
  })
}

function standing(values: Fields, field: string): Value {
  return Object.hasOwn(values, field) ? (values[field] as Value) : null
}
