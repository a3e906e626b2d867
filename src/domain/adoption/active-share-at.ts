import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { addDays } from '../time/day'
import { dayOf } from '../time/zone'
import { finish } from '../triage/sliced-sort'
import { weekLength } from './active'
import { type ActiveShare, activeShare } from './active-share'
import { lastWholeDay, readAdoption } from './reading'
import { adoptionTables } from './tables'

/**
 * Active of licensed people in the week that ends with the last whole day known at a moment, as everywhere adoption is
 * told; undefined where nothing is known of the seven days before. Only the days that count are read.
 */
export function activeShareAt(replica: Replica, zone: string, asOf: Instant): ActiveShare | undefined {
  const today = dayOf(asOf, zone)
  const oldest = addDays(today, 1 - weekLength)
  const from = addDays(oldest, 1 - weekLength)
  const { people, ...others } = adoptionTables(replica, asOf)
  const lately = [...people].filter(({ values }) => (values.day ?? '') >= from)
  const reading = finish(readAdoption({ ...others, people: lately }, zone, today))
  const day = lastWholeDay(reading)
  return day !== undefined && day >= oldest ? activeShare(reading, day) : undefined
}
