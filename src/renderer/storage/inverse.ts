import { conflictIn, leavesOf, sourcedIn } from '@domain/merge/apply'
import type { Intent } from '@domain/merge/intent'
import { importCause, isImported, type Operation } from '@domain/merge/operation'
import type { Replica } from '@domain/merge/replica'
import type { Row } from '@domain/merge/row'
import type { Fields, Value } from '@domain/model/value'

/** Rows looked at before the screen gets its turn, where it wants one. */
const rowsBetweenYields = 250

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
 * Gathers what would take operations back, against the replica as it is before any of them is applied. A row they
 * bring into being is removed again; one that an import brought is marked, so that importing again brings it back.
 */
export class WayBack {
  private readonly before: Before[] = []
  private readonly known = new Map<string, Map<string, Before>>()

  constructor(private readonly replica: Replica) {}

  add(operations: readonly Operation[]): this {
    for (const operation of operations) {
      const { row, fields } = this.entryOf(operation)
      if (!row) continue
      for (const field in operation.fields)
        if (!Object.hasOwn(fields, field)) fields[field] = standing(row, field)
    }
    return this
  }

  /** In steps. */
  *intents(): Generator<void, Intent[]> {
    return yield* inSteps(this.before.toReversed(), wayBack)
  }

  private entryOf(operation: Operation): Before {
    const { entity, key } = operation
    let known = this.known.get(entity)
    if (!known) {
      known = new Map()
      this.known.set(entity, known)
    }
    let entry = known.get(key)
    if (!entry) {
      const row = this.replica.table(entity).get(key)
      entry = { entity, key, row, imported: isImported(operation), fields: {} }
      known.set(key, entry)
      this.before.push(entry)
    }
    return entry
  }
}

function wayBack(before: Before): Intent[] {
  const { entity, key, row, imported } = before
  if (!row) return [{ entity, key, fields: { removed: true, ...(imported && { importUndone: true }) } }]
  return imported ? sourceTakenBack(before, row) : [...setBack(before, row)]
}

/** Every field to what it was; where several values stood in conflict, they stand beside each other again. */
function* setBack({ entity, key, fields }: Before, row: Row): Generator<Intent> {
  const plain: Fields = {}
  for (const field in fields) {
    const leaves = conflictIn(row, field)
    if (leaves.length === 0) plain[field] = fields[field] as Value
    // What showed is written last, with the greatest stamp, and shows again.
    for (const [index, { value, by }] of leaves.toReversed().entries())
      yield { entity, key, fields: { [field]: value }, by, over: index === 0 ? 'shown' : 'beside' }
  }
  if (Object.keys(plain).length > 0) yield { entity, key, fields: plain }
}

/**
 * The source's word goes back to what it was, so that the next import sees a change again. What had been edited here
 * follows, and shows again; where both stood beside each other, only the source's word is replaced.
 */
function sourceTakenBack({ entity, key, fields }: Before, row: Row): Intent[] {
  const [said, beside, edited] = [{} as Fields, {} as Fields, {} as Fields]
  for (const field in fields) {
    const word = sourcedIn(row, field)
    const leaves = leavesOf(row, field)
    const stands = leaves.some(({ stamp }) => stamp === word?.stamp)
    if (stands && leaves.length > 1) beside[field] = word?.value ?? null
    else {
      said[field] = word?.value ?? null
      if (leaves.length > 0 && !stands) edited[field] = standing(row, field)
    }
  }
  const cause = importCause('undone')
  const intents: Intent[] = [
    { entity, key, fields: said, cause },
    { entity, key, fields: beside, cause, over: 'source' },
    { entity, key, fields: edited },
  ]
  return intents.filter((intent) => Object.keys(intent.fields).length > 0)
}

/** What would bring back how things stand, before intents that take something back (or do it again) are written. In steps. */
export function* valuesBefore(intents: readonly Intent[], replica: Replica): Generator<void, Intent[]> {
  const before = new Map<string, Before>()
  for (const [index, { entity, key, fields, cause }] of intents.entries()) {
    if (index % rowsBetweenYields === rowsBetweenYields - 1) yield
    const row = replica.table(entity).get(key)
    const id = `${entity}\u0000${key}`
    const known = before.get(id)
    const values = Object.keys(fields).map((field) => [field, row ? standing(row, field) : null] as const)
    before.set(id, {
      entity,
      key,
      row,
      imported: known?.imported === true || (cause !== undefined && isImported({ cause })),
      fields: { ...known?.fields, ...Object.fromEntries(values) },
    })
  }
  return yield* inSteps([...before.values()], (entry) =>
    entry.row ? wayBack(entry) : [{ entity: entry.entity, key: entry.key, fields: entry.fields }],
  )
}

function* inSteps(
  rows: readonly Before[],
  intentsOf: (before: Before) => readonly Intent[],
): Generator<void, Intent[]> {
  const intents: Intent[] = []
  for (const [index, before] of rows.entries()) {
    if (index % rowsBetweenYields === rowsBetweenYields - 1) yield
    intents.push(...intentsOf(before))
  }
  return intents
}

function standing({ values }: Row, field: string): Value {
  return Object.hasOwn(values, field) ? (values[field] as Value) : null
}
