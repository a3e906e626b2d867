import * as z from 'zod/mini'
import type { Row } from '../merge/row'
import { fieldProblem, type SavedView } from '../model/entities'
import type { Fields, Value } from '../model/value'
import { fold } from './fold'
import { canGroupBy, filterText, type IssueLook } from './issue-look'
import { type ColumnFilter, everyIssue, setColumn, tagsColumn } from './issue-query'
import { listColumn } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'

export type SavedViewRow = Row<SavedView>

/** A view as it can be shown here, and what of it cannot be. */
export interface ReadView {
  readonly look: IssueLook
  /** In sentences. It stays in the view, for whoever understands it. */
  readonly notUnderstood: readonly string[]
}

const prefix = 'filter:'
const longestName = 100

const value: z.ZodMiniType<Value> = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** Strict: a filter that says more than this version knows must not be applied as if it said less. */
const storedFilter = z.union([
  z.strictObject({ kind: z.literal('any-of'), values: z.array(value) }),
  z.strictObject({ kind: z.literal('range'), from: z.optional(z.number()), to: z.optional(z.number()) }),
  z.strictObject({ kind: z.literal('contains'), text: z.string() }),
  z.strictObject({ kind: z.literal('filled'), filled: z.boolean() }),
])
const storedColumns = z.array(z.string())

export function readView({ values }: SavedViewRow): ReadView {
  const notUnderstood: string[] = []
  const filters: ColumnFilter[] = []
  for (const [field, stored] of Object.entries(values)) {
    if (!field.startsWith(prefix) || stored === null) continue
    const column = field.slice(prefix.length)
    const filter = storedFilter.safeParse(parsed(stored))
    if (filter.success && isFilterable(column)) filters.push(filterOf(column, filter.data))
    else notUnderstood.push(`A filter of “${listColumn(column)?.label ?? column}” is left out.`)
  }
  filters.sort((a, b) => (a.column < b.column ? -1 : 1))

  const { sortBy, groupBy } = values
  const sorting = { ...everyIssue.sorting }
  if (sortBy != null && listColumn(sortBy))
    Object.assign(sorting, { column: sortBy, descending: values.descending ?? false })
  else if (sortBy != null) notUnderstood.push(`It is not sorted by “${sortBy}”.`)

  const group = groupBy == null ? undefined : listColumn(groupBy)
  const isGrouped = group !== undefined && canGroupBy(group)
  if (groupBy != null && !isGrouped) notUnderstood.push(`It is not grouped by “${groupBy}”.`)

  const columns = storedColumns.safeParse(parsed(values.columns ?? null))
  const query = { search: values.search ?? '', filters, sorting }
  return {
    look: {
      query,
      grouping: isGrouped ? (groupBy ?? null) : null,
      columns: columns.success && columns.data.length > 0 ? columns.data : null,
    },
    notUnderstood,
  }
}

/** @param key a fresh random key */
export function saveView(
  key: string,
  typedName: string,
  look: IssueLook,
  others: Iterable<SavedViewRow>,
): Planned | Refused {
  const name = nameFor(key, typedName, others)
  if (typeof name !== 'string') return name
  return written(key, `View ${name} saved`, { name, ...fieldsOf(look) })
}

/** Puts a look in the place of the one the view had. What this version does not understand of it stays. */
export function updateView(row: SavedViewRow, look: IssueLook): Planned | Refused {
  const before = fieldsOf(readView(row).look)
  const after = fieldsOf(look)
  const fields: Fields = {}
  for (const field in { ...before, ...after }) {
    const wanted = after[field] ?? null
    if (wanted !== (before[field] ?? null)) fields[field] = wanted
  }
  return written(row.key, `View ${calledView(row)} changed`, fields)
}

export function renameView(
  row: SavedViewRow,
  typedName: string,
  others: Iterable<SavedViewRow>,
): Planned | Refused {
  const name = nameFor(row.key, typedName, others)
  if (typeof name !== 'string') return name
  if (name === row.values.name) return planned('Nothing changed', [])
  return written(row.key, `View ${calledView(row)} renamed to ${name}`, { name })
}

export function removeView(row: SavedViewRow): Planned | Refused {
  return written(row.key, `View ${calledView(row)} removed`, { removed: true })
}

export const calledView = ({ values }: SavedViewRow): string => values.name || 'Unnamed'

/** Views that stand, by name. */
export function standingViews(rows: Iterable<SavedViewRow>): SavedViewRow[] {
  return [...rows]
    .filter(({ values }) => values.removed !== true)
    .sort((a, b) => compareNames(calledView(a), calledView(b)) || (a.key < b.key ? -1 : 1))
}

function compareNames(a: string, b: string): number {
  const [one, other] = [fold(a), fold(b)]
  if (one === other) return 0
  return one < other ? -1 : 1
}

function nameFor(key: string, typed: string, others: Iterable<SavedViewRow>): string | Refused {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (name === '') return refused('Type a name for the view.')
  if (name.length > longestName)
    return refused(`The name of a view can have ${longestName} characters at most.`)
  const taken = standingViews(others).some(
    (other) => other.key !== key && fold(calledView(other)) === fold(name),
  )
  return taken ? refused(`There is a view called ${name} already.`) : name
}

function written(key: string, label: string, fields: Fields): Planned | Refused {
  for (const [field, stored] of Object.entries(fields))
    if (fieldProblem('savedView', field, stored)) return refused('The view holds more than can be stored.')
  return planned(label, [{ entity: 'savedView', key, fields }])
}

function fieldsOf({ query, grouping, columns }: IssueLook): Fields {
  const fields: Fields = {
    search: query.search.trim(),
    sortBy: query.sorting.column,
    descending: query.sorting.descending,
    groupBy: grouping,
    columns: columns && JSON.stringify(columns),
  }
  for (const filter of query.filters)
    if (filter.column !== setColumn) fields[`${prefix}${filter.column}`] = filterText(filter)
  return fields
}

function filterOf(column: string, stored: z.infer<typeof storedFilter>): ColumnFilter {
  if (stored.kind !== 'range') return { column, ...stored }
  const { kind, from, to } = stored
  return { column, kind, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const isFilterable = (column: string): boolean => column === tagsColumn || listColumn(column) !== undefined

/** Undefined for what is no JSON. */
function parsed(stored: Value): unknown {
  if (typeof stored !== 'string') return undefined
  try {
    return JSON.parse(stored)
  } catch {
    return undefined
  }
}
