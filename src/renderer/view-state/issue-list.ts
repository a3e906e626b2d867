import type { Instant } from '@domain/model/value'
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
        clearFilters: () => set(({ query }) => ({ query: { ...query, search: '', filters: [] } })),
        showOnly: (named) =>
          set(({ query }) => {
            const id = String(++setsNamed)
            const filters: ColumnFilter[] = [{ column: setColumn, kind: 'any-of', values: [id] }]
            return { named: { ...named, id }, query: { ...query, search: '', filters } }
          }),
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

const lists = new Map<string, StoreApi<IssueListState>>()

/** The state of an engagement's list; always the same one for the same engagement. */
export function issueListOf(engagement: string): StoreApi<IssueListState> {
  const known = lists.get(engagement)
  if (known) return known
  const list = newList(engagement)
  lists.set(engagement, list)
  return list
}
