import { useEffect, useState, useSyncExternalStore } from 'react'
import { useInbox } from '../../storage/inbox-view'
import { useSession, useWorkspace } from '../../storage/queries'
import { toast } from '../../ui/toast'
import { now, useMinute } from '../../view-state/clock'
import { useEveryChange } from '../../view-state/use-every-change'
import { useWrite } from '../../view-state/use-write'
import { TriageRun } from './triage-run'

/** One walk through the inbox, for as long as the screen is there. */
export function useTriageRun() {
  const session = useSession()
  const { settings } = useWorkspace()
  const write = useWrite()
  const { view: inbox, version } = useInbox(now)
  const minute = useMinute()
  const [run] = useState(
    () =>
      new TriageRun({
        session,
        inbox,
        write,
        refuse: (reason) => toast({ text: reason, tone: 'danger' }),
        now,
        newId: () => crypto.randomUUID(),
        by: () => settings.userName,
      }),
  )
  useSyncExternalStore(run.subscribe, () => run.version)
  useEffect(() => {
    // A hold may be over by now.
    void minute
    inbox.follow()
  }, [inbox, minute])
  useEffect(() => {
    void version
    run.begin()
  }, [run, version])
  useReturnToUndone(run)
  return { run, inbox, version }
}

/** Whatever is undone comes back into sight. */
function useReturnToUndone(run: TriageRun): void {
  const session = useSession()
  useEveryChange()
  const undone = session.redoable?.id
  useEffect(() => {
    if (undone !== undefined) run.returnTo(undone)
  }, [run, undone])
}
