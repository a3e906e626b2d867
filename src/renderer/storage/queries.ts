import type { Row } from '@domain/merge/row'
import type { EntityName, ValuesOf } from '@domain/model/entities'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { EngagementSession } from './session'
import type { Workspace } from './workspace'

export const WorkspaceContext = createContext<Workspace | undefined>(undefined)

/** This laptop's profile; draws again when its settings or its list of engagements change. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace is used outside the app')
  useSyncExternalStore(
    (listener) => workspace.subscribe(listener),
    () => workspace.revision,
  )
  return workspace
}

export const SessionContext = createContext<EngagementSession | undefined>(undefined)

/** The open engagement. Only below the provider of `app/`. */
export function useSession(): EngagementSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used outside an open engagement')
  return session
}

/** Draws again after a change to rows of these entities; returns a number that grows with each. */
export function useVersion(...entities: readonly EntityName[]): number {
  const session = useSession()
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => entities.reduce((sum, entity) => sum + session.version(entity), 0),
  )
}

/** All rows of an entity by key, removed ones among them; draws again after a change to any. */
export function useRows<E extends EntityName>(entity: E): ReadonlyMap<string, Row<ValuesOf<E>>> {
  useVersion(entity)
  return useSession().replica.rows(entity)
}

/** One row; draws again only when that row changes. */
export function useRow<E extends EntityName>(
  entity: E,
  key: string | undefined,
): Row<ValuesOf<E>> | undefined {
  const session = useSession()
  const row = () => (key === undefined ? undefined : session.replica.rows(entity).get(key))
  useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => row()?.revision ?? -1,
  )
  return row()
}
