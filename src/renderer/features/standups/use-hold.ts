import { standupKey } from '@domain/model/standup'
import { beginStandup, leaderName } from '@domain/standup/commands'
import { dayOf } from '@domain/time/zone'
import { useLocation } from 'wouter'
import { useSession, useWorkspace } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'

/** Begins the standup of today, or goes on with it, and opens it. */
export function useHold(): () => Promise<void> {
  const act = useAct()
  const { replica } = useSession()
  const { settings } = useWorkspace()
  const zone = useZone()
  const [, navigate] = useLocation()
  return async () => {
    const day = dayOf(now(), zone)
    const standing = replica.rows('standup').get(standupKey(day))
    const by = leaderName(settings.userName)
    if (await act(beginStandup(standing, { day, by, now: now() }))) navigate(paths.standup(day))
  }
}
