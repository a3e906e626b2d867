import { engagementKey } from '@domain/model/engagement'
import type { Day } from '@domain/time/day'
import { dayOf, usableZone } from '@domain/time/zone'
import { useRow } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'

/** The day it is in the engagement's zone. */
export function useToday(): Day {
  const zone = usableZone(useRow('engagement', engagementKey)?.values.zone)
  return dayOf(useMinute(), zone)
}
