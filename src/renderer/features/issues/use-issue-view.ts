import type { Value } from '@domain/model/value'
import { ListLines } from '@domain/triage/issue-groups'
import { filteredColumns, type IssueQuery } from '@domain/triage/issue-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../storage/queries'
import { type IssueListState, issueListOf } from '../../view-state/issue-list'
import { type IssueView, issueViewOf } from '../../view-state/issue-view'

/** How the open engagement's list is looked at. */
export function useIssueList<T>(select: (state: IssueListState) => T): T {
  return useStore(issueListOf(useSession().id), select)
}

/** The view of the open engagement's issues; draws again when a query may find something else. */
export function useIssueView(): { readonly view: IssueView; readonly version: number } {
  const view = issueViewOf(useSession())
  const version = useSyncExternalStore(view.subscribe, () => view.version)
  return { view, version }
}

/** Positions of the issues that a query finds, in its order. */
export function useFound(query: IssueQuery): Uint32Array {
  const { view, version } = useIssueView()
  const { sorting } = query
  useEffect(() => {
    void version
    void view.prepare(sorting)
  }, [view, sorting, version])
  useEffect(() => {
    void view.read(filteredColumns(query))
    // Its issues have positions only once the view is open.
    if (version > 0 && view.isOpen) void view.lookUpSets(query)
  }, [view, query, version])
  return useMemo(() => {
    void version
    return view.found(query)
  }, [view, version, query])
}

/** The lines that the list draws for what was found; without groups until the grouping is ready. */
export function useLines(found: Uint32Array): ListLines {
  const { view, version } = useIssueView()
  const grouping = useIssueList((state) => state.grouping)
  const collapsed = useIssueList((state) => state.collapsed)
  useEffect(() => {
    void version
    if (grouping !== null) void view.prepare({ column: grouping, descending: false })
  }, [view, grouping, version])
  return useMemo(() => {
    void version
    const groups = grouping === null ? undefined : view.finder.groups(found, grouping)
    return groups ? new ListLines(groups.positions, groups, collapsed) : new ListLines(found)
  }, [view, version, found, grouping, collapsed])
}

/** How many issues have each value of a column, given what the query asks of others; undefined until it is read. */
export function useCounts(column: string, query: IssueQuery): ReadonlyMap<Value, number> | undefined {
  const { view, version } = useIssueView()
  useEffect(() => {
    void version
    void view.read([column])
  }, [view, version, column])
  return useMemo(() => {
    void version
    return view.finder.isRead([column]) ? view.finder.counts(column, query) : undefined
  }, [view, version, column, query])
}
