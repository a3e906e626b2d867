import type { Instant } from '@domain/model/value'
import { nobodyAway } from '@domain/ownership/away'
import type { OwnershipContext } from '@domain/ownership/orphans'
import { useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'
import { useZone } from './use-zone'

/** What tells whether somebody really has an issue at an instant; another object when people or the zone change. */
export function useOwnership(now: Instant): OwnershipContext {
  const people = useRows('person')
  const version = useVersion('person')
  const zone = useZone()
  return useMemo(() => {
    void version
    return { now, zone, people, isAway: nobodyAway }
  }, [now, zone, people, version])
}
