import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import { usableZone } from '../time/zone'
import { readRota } from './read-rota'
import type { Rota } from './rota'

/** The rota of an engagement, as its rows tell it now. */
export function rotaOf(replica: Replica): Rota {
  return readRota({
    rotation: replica.rows('rotation'),
    rotationPlan: replica.rows('rotationPlan'),
    shiftOverride: replica.rows('shiftOverride'),
    shiftSwap: replica.rows('shiftSwap'),
    coverNeed: replica.rows('coverNeed'),
    person: replica.rows('person'),
    leave: replica.rows('leave'),
    zone: usableZone(replica.rows('engagement').get(engagementKey)?.values.zone),
  })
}
