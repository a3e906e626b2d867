import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import type { Instant } from '../model/value'
import { isBoarding, patchName, stateOf } from '../patches/patch-state'
import { formatInstant } from '../time/format'
import { usableZone } from '../time/zone'
import type { RideOf } from './public-issue'

/**
 * What users are told of the patches of an engagement: what the team calls them, and when their window opens. A patch
 * that was withdrawn or rolled back brings nothing.
 */
export function rideOfPatches(replica: Replica, now: Instant): RideOf {
  const zone = usableZone(replica.rows('engagement').get(engagementKey)?.values.zone)
  const patches = replica.rows('patch')
  return (key) => {
    const patch = patches.get(key)
    if (!patch || patch.values.removed === true) return ''
    const state = stateOf(patch)
    if (state === 'rolled-back') return ''
    const name = patchName(patch)
    if (!isBoarding(state)) return `${name}, which is being checked`
    const { opensAt } = patch.values
    return opensAt == null || opensAt < now ? name : `${name}, ${formatInstant(opensAt, zone)}`
  }
}
