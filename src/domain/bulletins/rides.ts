import type { Replica } from '../merge/replica'
import type { RideOf } from './public-issue'

/** What users are told of the patches of an engagement: what the team calls them. */
export function rideOfPatches(_replica: Replica): RideOf {
  return (patch) => patch
}
