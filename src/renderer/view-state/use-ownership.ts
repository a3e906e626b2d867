import type { ClockReading } from '@domain/clocks/clock'
import type { Instant } from '@domain/model/value'
import { awayBy } from '@domain/ownership/leave'
import {
  type OrphanReason,
  type OwnershipContext,
  orphanReason,
  teamsAreUsed,
} from '@domain/ownership/orphans'
import type { IssueRow } from '@domain/triage/as-of'
import { useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'
import { useZone } from './use-zone'

/** What tells whether somebody really has an issue at an instant; another object when people, their leave, the zone or the use of teams change. */
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
  return useMemo(() => {
    void version
    return { now, zone, people, isAway: awayBy(leaves.values(), zone), teamsAreUsed: areUsed }
  }, [now, zone, people, leaves, version, areUsed])
}

/** Why nobody really has an issue, with its clocks as they read at that instant; undefined where somebody does. */
export function useOrphanReason(
  row: IssueRow,
  readings: readonly ClockReading[],
  now: Instant,
): OrphanReason | undefined {
  const context = useOwnership(now)
  return orphanReason(
    row,
    readings.find(({ kind }) => kind === 'update'),
    context,
  )
}
