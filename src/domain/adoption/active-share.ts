import type { Day } from '../time/day'
import { activeOn, daysWithin, licensedOn, licensedPeople, peopleInWeek, weekLength } from './active'
import type { AdoptionReading } from './reading'

export interface ActiveShare {
  readonly active: number
  readonly licensed: number
}

/**
 * Licensed people who were active in the seven days that end with a day, of all who are licensed. Where files tell
 * figures and no names, the busiest of these days. Undefined where either half is not known.
 */
export function activeShare(reading: AdoptionReading, day: Day): ActiveShare | undefined {
  const licensed = licensedOn(reading, day)
  if (!licensed) return undefined
  const people = peopleInWeek(reading, day)
  if (people) {
    const able = licensedPeople(reading, day)
    const active = able ? [...people].filter((person) => able.has(person)).length : people.size
    return { active, licensed }
  }
  const days = daysWithin(reading, weekLength, day).flatMap((told) => activeOn(reading, told.day) ?? [])
  return days.length === 0 ? undefined : { active: Math.max(...days), licensed }
}
