import type { Weekday } from '../model/engagement'
import type { CadencePhase } from '../model/entities'
import type { Instant } from '../model/value'
import { addDays, type Day, weekdayOf } from '../time/day'
import { instantAtWall } from '../time/wall'
import { readWeekdays } from '../time/weekday-text'
import { dayOf } from '../time/zone'
import type { Cadence } from './cadence'
import { wallTimesIn } from './wall-times'

/** When standups are where a phase names no time. */
export const usualStandupTime = '09:00'

export interface PlannedStandup {
  readonly day: Day
  readonly at: Instant
}

type Rhythm = NonNullable<CadencePhase['standup']>

/** The weekdays of a rhythm where a phase names none. */
export const usualStandupDays: Readonly<Record<Exclude<Rhythm, 'daily' | 'none'>, ReadonlySet<Weekday>>> = {
  'twice-weekly': new Set(['tue', 'thu']),
  weekly: new Set(['tue']),
}

/** A plan that has none for so long has none any more. */
const furthest = 120
const daysOfWeek = 7

/** When the standup of a day is; undefined on a day without one. */
export function standupAt(day: Day, cadence: Cadence): Instant | undefined {
  const phase = cadence.phaseOn(day)
  if (!phase || !isStandupDay(day, phase, cadence)) return undefined
  const [time = usualStandupTime] = wallTimesIn(phase.standupTime)
  return instantAtWall(`${day}T${time}`, cadence.zone)
}

/** The first standup at an instant or after it, of those not held already. */
export function nextStandup(
  cadence: Cadence,
  from: Instant,
  isHeld: (day: Day) => boolean = () => false,
): PlannedStandup | undefined {
  const today = dayOf(from, cadence.zone)
  for (let ahead = 0; ahead < furthest; ahead++) {
    const day = addDays(today, ahead)
    const at = standupAt(day, cadence)
    if (at !== undefined && at >= from && !isHeld(day)) return { day, at }
  }
  return undefined
}

/** One on a weekday on which nobody works is on the first workday after it. */
function isStandupDay(day: Day, { standup, standupDays }: CadencePhase, cadence: Cadence): boolean {
  const rhythm = standup ?? 'none'
  if (rhythm === 'none' || !cadence.isWorkday(day)) return false
  if (rhythm === 'daily') return true
  const weekdays = readWeekdays(standupDays ?? '') ?? usualStandupDays[rhythm]
  return [...weekdays].some((weekday) => movedTo(lastOf(weekday, day), cadence) === day)
}

/** The latest such weekday that is not after a day. */
function lastOf(weekday: Weekday, day: Day): Day {
  let found = day
  while (weekdayOf(found) !== weekday) found = addDays(found, -1)
  return found
}

/** The first workday of the seven from a day on. */
function movedTo(day: Day, { isWorkday }: Cadence): Day | undefined {
  for (let ahead = 0; ahead < daysOfWeek; ahead++) {
    const moved = addDays(day, ahead)
    if (isWorkday(moved)) return moved
  }
  return undefined
}
