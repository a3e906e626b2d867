import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { addDays } from '../time/day'
import { dayOf } from '../time/zone'
import { finish } from '../triage/sliced-sort'
import { weekLength } from './active'
import { type ActiveShare, activeShare } from './active-share'
import { readAdoption } from './reading'
import { adoptionTables } from './tables'

/** Active of licensed people by what was known at a moment; only the days that count are read. */
export function activeShareAt(replica: Replica, zone: string, asOf: Instant): ActiveShare | undefined {
  const day = dayOf(asOf, zone)
  const from = addDays(day, 1 - weekLength)
  const { people, ...others } = adoptionTables(replica, asOf)
  const lately = [...people].filter(({ values }) => (values.day ?? '') >= from)
  return activeShare(finish(readAdoption({ ...others, people: lately }, zone, day)), day)
}
