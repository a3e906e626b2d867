import type { ClockReading } from '@domain/clocks/clock'
import type { Instant } from '@domain/model/value'
import { type Adrift, adriftReason } from '@domain/ownership/adrift'
import { awayBy } from '@domain/ownership/leave'
import { type OwnershipContext, teamsAreUsed } from '@domain/ownership/orphans'
import { dutyAt } from '@domain/rotation/duty'
import type { IssueRow } from '@domain/triage/as-of'
import { useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'
import { useRota } from './use-rota'
import { useZone } from './use-zone'

/** What tells whether somebody really has an issue at an instant; another object when people, their leave, the rota, the zone or the use of teams change. */
export function useOwnership(now: Instant): OwnershipContext {
  const people = useRows('person')
  const leaves = useRows('leave')
  const version = useVersion('person', 'leave')
  const issues = useRows('issue')
  const issueVersion = useVersion('issue')
  const zone = useZone()
  const areUsed = useMemo(() => {
    void version
    void issueVersion
    return teamsAreUsed(people.values(), issues.values())
  }, [people, issues, version, issueVersion])
  const { rota } = useRota()
  const duty = useMemo(() => dutyAt(rota, now), [rota, now])
  return useMemo(() => {
    void version
    return { now, zone, people, isAway: awayBy(leaves.values(), zone), teamsAreUsed: areUsed, duty }
  }, [now, zone, people, leaves, version, areUsed, duty])
}

/** Why an issue is in nobody's hands, with its clocks as they read at that instant; undefined where it is in somebody's. */
export function useAdrift(
  row: IssueRow,
  readings: readonly ClockReading[],
  now: Instant,
): Adrift | undefined {
  const context = useOwnership(now)
  return adriftReason(
    row,
    readings.find(({ kind }) => kind === 'update'),
    context,
  )
}
