import { addDays, type Day } from '../time/day'
import { activeOn, daysWithin, groupsUntil, licensedOn, peopleInWeek, weekLength } from './active'
import { neverSignedIn } from './never-signed-in'
import type { AdoptionReading } from './reading'

/** How one group takes the system up. */
export interface GroupLine {
  readonly group: string
  readonly licensed: number | undefined
  /** Different people in the seven days; where files tell no names, the most of a day. */
  readonly active: number | undefined
  /** The same a week before. */
  readonly before: number | undefined
  readonly never: number | undefined
}

export function groupUse(reading: AdoptionReading, day: Day): GroupLine[] {
  const never = neverSignedIn(reading, day)
  return groupsUntil(reading, day).map((group) => ({
    group,
    licensed: licensedOn(reading, day, group),
    active: activeInWeek(reading, day, group),
    before: activeInWeek(reading, addDays(day, -weekLength), group),
    never: never?.filter(({ department }) => department === group).length,
  }))
}

export function activeInWeek(reading: AdoptionReading, day: Day, group?: string): number | undefined {
  const people = peopleInWeek(reading, day, group)
  if (people) return people.size
  const days = daysWithin(reading, weekLength, day).flatMap(
    (told) => activeOn(reading, told.day, group) ?? [],
  )
  return days.length === 0 ? undefined : Math.max(...days)
}
