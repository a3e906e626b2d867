import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import { usableZone } from '../time/zone'
import { readRota, rotaTables } from './read-rota'
import type { Rota } from './rota'

/** The rota of an engagement, as its rows tell it now. */
export function rotaOf(replica: Replica): Rota {
  const zone = usableZone(replica.rows('engagement').get(engagementKey)?.values.zone)
  return readRota(rotaTables(replica, zone))
}
