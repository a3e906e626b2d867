import { isSameLook } from '@domain/triage/issue-look'
import { setColumn } from '@domain/triage/issue-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useSession, useVersion, useWorkspace } from '../storage/queries'
import { issueListOf, lookOf } from './issue-list'
import { issueViewOf } from './issue-view'
import { type ListView, listViews, viewCounts } from './list-views'
import { useInTurns } from './use-in-turns'

/** All views of the open engagement's list. */
export function useListViews(): readonly ListView[] {
  const session = useSession()
  const { userName } = useWorkspace().settings
  const version = useVersion('savedView', 'person')
  const view = issueViewOf(session)
  const known = useSyncExternalStore(view.subscribe, () =>
    view.finder.importedAreKnown ? view.finder.importedColumns.length : -1,
  )
  return useMemo(() => {
    void [version, known]
    return listViews(session, userName)
  }, [session, userName, version, known])
}

/** How many issues each view shows, by its id; undefined at first. */
export function useViewCounts(views: readonly ListView[]): ReadonlyMap<string, number> | undefined {
  const session = useSession()
  const version = useVersion('issue')
  const steps = useCallback(() => {
    void version
    return viewCounts(session, views)
  }, [session, views, version])
  return useInTurns(steps)
}

export interface ChosenView {
  readonly view: ListView
  /** Whether the list looks otherwise than the view says. */
  readonly changed: boolean
}

/** The view chosen last, unless it is gone. */
export function useChosenView(views: readonly ListView[]): ChosenView | undefined {
  const state = useStore(issueListOf(useSession().id))
  const view = views.find(({ id }) => id === state.view)
  if (!view) return undefined
  const hasSet = state.query.filters.some(({ column }) => column === setColumn)
  const changed = !isSameLook(view.look, lookOf(state)) || hasSet !== (view.named !== undefined)
  return { view, changed }
}
