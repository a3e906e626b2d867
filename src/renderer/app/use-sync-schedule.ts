import { useEffect } from 'react'
import { useSession, useWorkspace } from '../storage/queries'
import { useFolderSync } from '../view-state/use-folder-sync'
import { listen } from './bridge'

/** Keeps the open engagement and its sync folder the same. Under `--now` only who asks for it gets a look. */
export function useSyncSchedule(): void {
  const { access } = useSession()
  const { timeStandsStill } = useWorkspace()
  const { sync } = useFolderSync()
  const runs = access.kind === 'write' && !timeStandsStill
  useEffect(() => {
    if (!runs) {
      void sync.readFolder()
      return
    }
    // What is on the screen comes first.
    const waiting = requestIdleCallback(() => void sync.start())
    const leavePower = listen('power.resumed', () => void sync.look())
    return () => {
      cancelIdleCallback(waiting)
      leavePower()
      sync.stop()
    }
  }, [sync, runs])
}
