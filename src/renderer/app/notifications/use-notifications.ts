import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { clockViewOf } from '../../storage/clock-view'
import { useSession, useWorkspace } from '../../storage/queries'
import { listen, request } from '../bridge'
import { NotificationWatcher } from './watcher'

/** Tells what falls due while an engagement is open, and goes where a notification that was clicked leads. */
export function useNotifications(): void {
  const session = useSession()
  const workspace = useWorkspace()
  const [, navigate] = useLocation()
  const latest = useRef(navigate)
  useEffect(() => {
    latest.current = navigate
  })
  useEffect(() => listen('notify.clicked', ({ route }) => latest.current(route)), [])
  useEffect(() => {
    if (workspace.timeStandsStill) return
    const watcher = new NotificationWatcher({
      session,
      clocks: clockViewOf(session, workspace.now),
      now: workspace.now,
      settings: () => workspace.settings,
      recall: () => workspace.notified(session.id),
      keep: (memory) => workspace.saveNotified(session.id, memory),
      show: (notice) => void request('notify.show', notice),
      setTray: (tray) => void request('tray.set', tray),
      setBadge: (count) => void request('badge.set', { count }),
      wait: (callback, ms) => {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
    })
    // What is on the screen comes first.
    const waiting = requestIdleCallback(() => void watcher.start())
    const leaveWorkspace = workspace.subscribe(watcher.lookSoon)
    const leavePower = listen('power.resumed', watcher.lookSoon)
    return () => {
      cancelIdleCallback(waiting)
      leaveWorkspace()
      leavePower()
      watcher.stop()
    }
  }, [session, workspace])
}
