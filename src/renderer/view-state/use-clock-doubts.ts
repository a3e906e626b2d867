import { type ClockDoubt, clockDoubts } from '@domain/merge/clock-doubt'
import { useEffect, useMemo, useState } from 'react'
import { othersOf, type Peer } from '../storage/peers'
import { useSession, useWorkspace } from '../storage/queries'
import { now, useMinute } from './clock'
import { useEveryChange } from './use-every-change'

/** The latest that this laptop's clock has said since the app was opened. */
let latest = Number.NEGATIVE_INFINITY

/** Which clocks seem wrong, looked at again every minute and with every change. */
export function useClockDoubts(): readonly ClockDoubt[] {
  const { id, replica } = useSession()
  const { laptop } = useWorkspace()
  const version = useEveryChange()
  const minute = useMinute()
  const [peers, setPeers] = useState<readonly Peer[]>([])
  useEffect(() => {
    void version
    let left = false
    void othersOf(id, laptop).then((others) => {
      if (!left) setPeers(others)
    })
    return () => {
      left = true
    }
  }, [id, laptop, version])
  return useMemo(() => {
    void minute
    void version
    const time = now()
    latest = Math.max(latest, time)
    return clockDoubts({ now: time, latest, laptop, seen: replica.seen, peers })
  }, [minute, version, replica, laptop, peers])
}
