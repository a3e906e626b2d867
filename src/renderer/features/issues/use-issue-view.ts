import type { IssueQuery } from '@domain/triage/issue-query'
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
    // Its issues have positions only once the view is open.
    if (version > 0 && view.isOpen) void view.lookUpSets(query)
  }, [view, query, version])
  return useMemo(() => {
    void version
    return view.finder.find(query)
  }, [view, version, query])
}
