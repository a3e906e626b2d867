import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { type ShareOfRota, sharesOfRota } from '../rotation/fairness'
import type { Breach } from '../rotation/fatigue'
import { readRota, rotaTables } from '../rotation/read-rota'
import { fewestTouches, type HeroIndex, heroIndices, severeTouches } from '../rotation/severe-touches'
import { limitsOf } from '../rotation/shift-limits'
import { shiftsBetween } from '../rotation/shifts'
import { breachesIn } from '../rotation/team-load'
import { supportCalendar } from '../time/support-calendar'
import { finish } from '../triage/sliced-sort'
import type { Reading } from './reading'

/** What a report reads of what the team carries within its period. */
export interface LoadReading {
  /** Whoever was on shift or on call, the most first. */
  readonly shares: readonly ShareOfRota[]
  /** Empty where too few touches tell nothing. */
  readonly heroes: readonly HeroIndex[]
  readonly breaches: readonly Breach[]
}

const around = 14 * 24 * 60 * 60_000

export function readLoad(
  replica: Replica,
  { engagement, zone, since, asOf }: Pick<Reading, 'engagement' | 'zone' | 'since' | 'asOf'>,
): LoadReading {
  const limits = limitsOf(engagement)
  const period: { from: Instant; to: Instant } = { from: since, to: asOf }
  // What is still to come may be swapped: only what has been is told.
  const shifts = shiftsBetween(readRota(rotaTables(replica, zone)), since - around, asOf).map((shift) => ({
    ...shift,
    to: Math.min(shift.to, asOf),
  }))
  const touches = finish(
    severeTouches(
      {
        issues: replica.rows('issue'),
        comments: replica.rows('comment').values(),
        people: replica.rows('person').values(),
      },
      since,
      asOf,
    ),
  )
  return {
    shares: sharesOfRota(shifts, period, limits, supportCalendar(engagement)),
    heroes: touches.length < fewestTouches ? [] : heroIndices(touches),
    breaches: breachesIn(shifts, limits, zone, period),
  }
}
