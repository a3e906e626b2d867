import { type TriageRound, triageRounds } from '@domain/cadence/triage-rounds'
import { dayOf, startOfDay } from '@domain/time/zone'
import { notLookedAt } from '@domain/triage/not-looked-at'
import { triageRecords } from '@domain/triage/triage-record'
import { useCallback, useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'
import { now, useMinute } from './clock'
import { useCadence } from './use-cadence'
import { useInTurns } from './use-in-turns'
import { useZone } from './use-zone'

/** Today's rounds of triage by the plan, and what became of them. */
export function useTriageRounds(): readonly TriageRound[] {
  const sessions = useRows('triageSession')
  const version = useVersion('triageSession')
  const cadence = useCadence()
  const minute = useMinute()
  const zone = useZone()
  return useMemo(() => {
    void version
    const begun = triageRecords(sessions.values()).map(({ startedAt }) => startedAt)
    return triageRounds(dayOf(minute, zone), cadence, begun, minute)
  }, [sessions, version, cadence, minute, zone])
}

/** Keys of the issues that nobody has looked at today and somebody should; undefined until they have been read once. */
export function useNotLookedAt(): readonly string[] | undefined {
  const issues = useRows('issue')
  const comments = useRows('comment')
  const sessions = useRows('triageSession')
  const version = useVersion('issue', 'comment', 'triageSession')
  const zone = useZone()
  const since = startOfDay(dayOf(useMinute(), zone), zone)
  return useInTurns(
    useCallback(() => {
      void version
      return notLookedAt({ issues, comments, sessions }, since, now())
    }, [issues, comments, sessions, version, since]),
  )
}
