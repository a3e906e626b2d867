import type { Instant, Value } from '@domain/model/value'
import { type Collapsed, isCollapsed, nothingCollapsed } from '@domain/triage/issue-groups'
import type { IssueLook } from '@domain/triage/issue-look'
import {
  type ColumnFilter,
  everyIssue,
  type IssueQuery,
  type Sorting,
  setColumn,
} from '@domain/triage/issue-query'
import { createStore, type StoreApi } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { EngagementSession } from '../storage/session'

/** Issues that are listed for a reason that no column tells, and what they are. */
export interface NamedIssues {
  /** “From import of overnight.csv”, “Clocks past their target”. */
  readonly title: string
  /** When they were just these. */
  readonly at?: Instant
  readonly keys: (session: EngagementSession) => Iterable<string> | Promise<Iterable<string>>
}

/** How the list of issues of one engagement is looked at; its columns and widths outlive the window. */
export interface IssueListState {
  readonly query: IssueQuery
  /** The column whose equal values stand together. */
  readonly grouping: string | null
  readonly collapsed: Collapsed
  /** Id of the view chosen last; the list may look otherwise by now. */
  readonly view: string | undefined
  /** Ids of the columns on the screen, in their order. */
  readonly columns: readonly string[]
  /** Widths that somebody chose, in CSS pixels. */
  readonly widths: Readonly<Record<string, number>>
  /** Keys of the issues picked out. */
  readonly picked: ReadonlySet<string>
  readonly detailWidth: number
  /** The set that a filter by the column `set` stands for. */
  readonly named: (NamedIssues & { readonly id: string }) | undefined
  search(text: string): void
  /** Puts a filter in place of the column's former one; without one takes it away. */
  filter(column: string, filter: ColumnFilter | undefined): void
  clearFilters(): void
  /** Lists these issues and no other. */
  showOnly(named: NamedIssues): void
  /** Looks at the list as a view does. */
  showView(view: { readonly id: string; readonly look: IssueLook; readonly named?: NamedIssues }): void
  /** From now on the list looks as this view does: it has just been saved. */
  callView(id: string | undefined): void
  group(column: string | null): void
  collapse(value: Value, collapsed: boolean): void
  collapseAll(collapsed: boolean): void
  sort(sorting: Sorting): void
  showColumns(columns: readonly string[]): void
  /** The columns and widths of the beginning. */
  resetColumns(): void
  setWidth(column: string, width: number): void
  pick(keys: Iterable<string>, picked: boolean): void
  setDetailWidth(width: number): void
}

/** Every set gets an id of its own: what a figure counts now is not what it counted before. */
let setsNamed = 0

function newSet(named: NamedIssues) {
  const id = String(++setsNamed)
  const filter: ColumnFilter = { column: setColumn, kind: 'any-of', values: [id] }
  return { named: { ...named, id }, filter }
}

const firstColumns = ['key', 'title', 'severity', 'status', 'class', 'owner', 'team', 'raisedAt'] as const

/** Every key press in the search asks to store the columns once more, and that is in the way of what it finds. */
const changedOnly = {
  getItem: (name: string) => localStorage.getItem(name),
  setItem: (name: string, text: string) => {
    if (localStorage.getItem(name) !== text) localStorage.setItem(name, text)
  },
  removeItem: (name: string) => localStorage.removeItem(name),
}

const newList = (engagement: string): StoreApi<IssueListState> =>
  createStore<IssueListState>()(
    persist(
      (set) => ({
        query: everyIssue,
        grouping: null,
        collapsed: nothingCollapsed,
        view: undefined,
        columns: firstColumns,
        widths: {},
        picked: new Set(),
        detailWidth: 460,
        named: undefined,
        search: (search) => set(({ query }) => ({ query: { ...query, search } })),
        filter: (column, filter) =>
          set(({ query }) => {
            const kept = query.filters.filter((other) => other.column !== column)
            const place = query.filters.findIndex((other) => other.column === column)
            if (filter) kept.splice(place < 0 ? kept.length : place, 0, filter)
            return { query: { ...query, filters: kept } }
          }),
        clearFilters: () =>
          set(({ query }) => ({ query: { ...query, search: '', filters: [] }, view: undefined })),
        showOnly: (named) =>
          set(({ query }) => {
            const { filter, ...set } = newSet(named)
            return {
              ...set,
              query: { ...query, search: '', filters: [filter] },
              grouping: null,
              view: undefined,
            }
          }),
        showView: ({ id, look, named }) =>
          set(({ columns }) => {
            const { filter, ...set } = named ? newSet(named) : { filter: undefined }
            return {
              ...set,
              view: id,
              query: filter ? { ...look.query, filters: [filter, ...look.query.filters] } : look.query,
              grouping: look.grouping,
              collapsed: nothingCollapsed,
              columns: look.columns ?? columns,
            }
          }),
        callView: (view) => set({ view }),
        group: (grouping) => set({ grouping, collapsed: nothingCollapsed }),
        collapse: (value, wanted) =>
          set(({ collapsed }) => {
            if (isCollapsed(collapsed, value) === wanted) return {}
            const values = new Set(collapsed.values)
            if (!values.delete(value)) values.add(value)
            return { collapsed: { ...collapsed, values } }
          }),
        collapseAll: (allBut) => set({ collapsed: { allBut, values: new Set() } }),
        sort: (sorting) => set(({ query }) => ({ query: { ...query, sorting } })),
        showColumns: (columns) => set({ columns }),
        resetColumns: () => set({ columns: firstColumns, widths: {} }),
        setWidth: (column, width) => set(({ widths }) => ({ widths: { ...widths, [column]: width } })),
        pick: (keys, pick) =>
          set((state) => {
            const picked = new Set(state.picked)
            for (const key of keys) {
              if (pick) picked.add(key)
              else picked.delete(key)
            }
            return { picked }
          }),
        setDetailWidth: (detailWidth) => set({ detailWidth }),
      }),
      {
        name: `issue-list ${engagement}`,
        storage: createJSONStorage(() => changedOnly),
        partialize: ({ columns, widths, detailWidth }) => ({ columns, widths, detailWidth }),
      },
    ),
  )

/** How the list is looked at now. */
export const lookOf = ({ query, grouping, columns }: IssueListState): IssueLook => ({
  query,
  grouping,
  columns,
})

const lists = new Map<string, StoreApi<IssueListState>>()

/** The state of an engagement's list; always the same one for the same engagement. */
export function issueListOf(engagement: string): StoreApi<IssueListState> {
  const known = lists.get(engagement)
  if (known) return known
  const list = newList(engagement)
  lists.set(engagement, list)
  return list
}
