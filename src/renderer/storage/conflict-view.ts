import { type Conflict, conflictsAt, type Self } from '@domain/conflicts/conflict'
import { useMemo, useSyncExternalStore } from 'react'
import { useSession, useWorkspace } from './queries'

/** How many conflicts there are; draws again only when there may be others. */
export function useConflictCount(): number {
  const session = useSession()
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.replica.conflicts.size,
  )
}

/** This laptop and its user, from whose side conflicts are seen. */
export function useSelf(): Self {
  const { laptop, settings } = useWorkspace()
  const by = settings.userName || 'This laptop'
  return useMemo(() => ({ laptop, by }), [laptop, by])
}

/** Every conflict of the open engagement; made anew only when one of them may have changed. */
export function useConflicts(): readonly Conflict[] {
  const session = useSession()
  const self = useSelf()
  const { conflicts } = session.replica
  const revision = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => conflicts.revision,
  )
  return useMemo(() => {
    void revision
    return conflictsAt(conflicts, self)
  }, [conflicts, self, revision])
}
