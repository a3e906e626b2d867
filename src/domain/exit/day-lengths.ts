import type { Instant } from '../model/value'
import { inZone } from '../time/zone'

/** The same time of day so many days later, or earlier where it is fewer than none. */
export function daysOn(from: Instant, days: number, zone: string): Instant {
  return inZone(from, zone).add({ days }).epochMilliseconds
}

/** Whole days that have passed, as the clock on the wall tells them. */
export function daysPassed(from: Instant, to: Instant, zone: string): number {
  return inZone(from, zone).until(inZone(to, zone), { largestUnit: 'day' }).days
}
