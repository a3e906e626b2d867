import { nextStandup } from '@domain/cadence/standup-days'
import { standupKey } from '@domain/model/standup'
import { issueToLine, leaderName } from '@domain/standup/commands'
import { standupRecord } from '@domain/standup/record'
import { dayOf, startOfDay } from '@domain/time/zone'
import type { IssueRow } from '@domain/triage/as-of'
import { useSession, useWorkspace } from '../../../storage/queries'
import { now } from '../../../view-state/clock'
import { useAct } from '../../../view-state/use-act'
import { useCadence } from '../../../view-state/use-cadence'
import { useZone } from '../../../view-state/use-zone'

/**
 * Puts an issue on the standup that goes on, or else on the next one that the plan has: it then stands there, with its
 * owner, before anybody has begun.
 */
export function usePutOnStandup(row: IssueRow): () => void {
  const act = useAct()
  const { replica } = useSession()
  const { settings } = useWorkspace()
  const cadence = useCadence()
  const zone = useZone()
  return () => {
    const { owner } = row.values
    const plan = issueToLine(row, {
      key: crypto.randomUUID(),
      standup: standupKey(dayOfNext()),
      about: owner ? { kind: 'person', person: owner } : { kind: 'topic', topic: 'other' },
      kind: 'note',
      author: leaderName(settings.userName),
      now: now(),
    })
    void act(plan)
  }

  function dayOfNext(): string {
    const today = dayOf(now(), zone)
    const standing = replica.rows('standup').get(standupKey(today))
    const record = standing && standupRecord(standing)
    if (record && record.endedAt === undefined) return today
    const isHeld = (day: string) => day === today && record !== undefined
    return nextStandup(cadence, startOfDay(today, zone), isHeld)?.day ?? today
  }
}
