import type { Day } from '../time/day'
import { daysWithin, peopleWithin } from './active'
import type { AdoptionReading } from './reading'

export const stickinessDays = 28
/** Fewer working days say nothing about a habit. */
const fewestDays = 5

export interface Stickiness {
  /** People active on a working day, on average. */
  readonly daily: number
  /** Different people active in the four weeks. */
  readonly monthly: number
  readonly days: number
}

/** Whether those who come, come every day; undefined while too few working days are known. */
export function stickiness(
  reading: AdoptionReading,
  day: Day,
  isWorkday: (day: Day) => boolean,
): Stickiness | undefined {
  const monthly = peopleWithin(reading, stickinessDays, day)?.size
  const days = daysWithin(reading, stickinessDays, day).filter(
    (told) => told.people !== undefined && !told.isPart && isWorkday(told.day),
  )
  if (!monthly || days.length < fewestDays) return undefined
  const sum = days.reduce((total, { people }) => total + (people?.size ?? 0), 0)
  return { daily: sum / days.length, monthly, days: days.length }
}
