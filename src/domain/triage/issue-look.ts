import { type ColumnFilter, everyIssue, type IssueQuery, setColumn } from './issue-query'
import { type ListColumn, listColumn } from './list-columns'

/** How the list of issues is looked at: what is shown of it, in which order, together by what, in which columns. */
export interface IssueLook {
  readonly query: IssueQuery
  /** The column whose equal values stand together. */
  readonly grouping: string | null
  /** Null where whatever columns are on the screen will do. */
  readonly columns: readonly string[] | null
}

export const everyIssueLook: IssueLook = { query: everyIssue, grouping: null, columns: null }

/** A title or a key of its own for every issue makes no groups, and no two times are alike. */
const ungroupable: ReadonlySet<string> = new Set(['key', 'title', 'externalKey'])

export function canGroupBy({ id, kind }: ListColumn): boolean {
  return kind !== 'instant' && kind !== 'number' && !ungroupable.has(id)
}

/** Whether looking the one way shows what looking the other way shows. Named sets are of the moment and do not count. */
export function isSameLook(one: IssueLook, other: IssueLook): boolean {
  const { search, sorting, filters } = one.query
  return (
    search.trim() === other.query.search.trim() &&
    sorting.column === other.query.sorting.column &&
    sorting.descending === other.query.sorting.descending &&
    one.grouping === other.grouping &&
    (one.columns === null || other.columns === null || sameList(one.columns, other.columns)) &&
    sameList(filterTexts(filters), filterTexts(other.query.filters))
  )
}

const filterTexts = (filters: readonly ColumnFilter[]): string[] =>
  filters
    .filter(({ column }) => column !== setColumn)
    .map((filter) => `${filter.column} ${filterText(filter)}`)
    .sort()

/** A filter without its column, written so that equal filters read alike. */
export function filterText(filter: ColumnFilter): string {
  switch (filter.kind) {
    case 'any-of': {
      const values = [...filter.values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      return JSON.stringify({ kind: filter.kind, values })
    }
    case 'range': {
      const { kind, from, to } = filter
      return JSON.stringify({ kind, from, to })
    }
    case 'contains':
      return JSON.stringify({ kind: filter.kind, text: filter.text })
    case 'filled':
      return JSON.stringify({ kind: filter.kind, filled: filter.filled })
  }
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

export interface LookContext {
  /** Whether somebody of that key is on the list of people. */
  readonly isHere: (person: string) => boolean
  /** Whether any issue has that imported column; undefined while nobody knows. */
  readonly isImported: (column: string) => boolean | undefined
}

/** What a look names that is not here any more, in sentences. It is applied all the same. */
export function goneFrom({ query, grouping, columns }: IssueLook, context: LookContext): string[] {
  const gone = query.filters.flatMap((filter) => {
    const column = listColumn(filter.column)
    if (column?.kind !== 'person' || filter.kind !== 'any-of') return []
    return filter.values.some((person) => person !== null && !context.isHere(String(person)))
      ? [`${column.label}: somebody who is not on the list of people any more.`]
      : []
  })
  const named = [
    ...query.filters.map(({ column }) => column),
    query.sorting.column,
    ...(grouping === null ? [] : [grouping]),
    ...(columns ?? []),
  ]
  const missing = [...new Set(named)].filter((id) => context.isImported(id) === false)
  return [
    ...gone,
    ...missing.map((id) => `No issue has the column “${listColumn(id)?.label ?? id}” any more.`),
  ]
}
