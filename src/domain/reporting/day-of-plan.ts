import type { Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { daysBetween } from '../time/day'
import { formatDay, formatInstant } from '../time/format'
import { dayOf } from '../time/zone'
import { counted } from './words'

/**
 * Where an instant stands in the plan, in words: `Day 3 of 28`. Day 1 is the day of the go-live in the
 * engagement's zone, and the planned end counts as a day of its own.
 */
export function dayOfPlan({ goLiveAt, plannedEndOn }: Engagement, asOf: Instant, zone: string): string {
  if (goLiveAt == null) return 'No go-live date set'
  const goLiveDay = dayOf(goLiveAt, zone)
  const today = dayOf(asOf, zone)
  const day = daysBetween(goLiveDay, today) + 1
  if (goLiveAt > asOf) {
    if (day === 1) return `Go-live is today at ${formatInstant(goLiveAt, zone).slice(-5)}`
    return `Go-live in ${counted(1 - day, 'day')}, on ${formatDay(goLiveDay)}`
  }
  const planned = plannedEndOn == null ? 0 : daysBetween(goLiveDay, plannedEndOn) + 1
  if (plannedEndOn == null || planned < 1) return `Day ${day}, no planned end set`
  if (day > planned)
    return `Day ${day}, ${counted(day - planned, 'day')} past the planned end (${formatDay(plannedEndOn)})`
  return `Day ${day} of ${planned}`
}
