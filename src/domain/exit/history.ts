import type { Instant } from '../model/value'
import { addDays, type Day } from '../time/day'
import { dayOf, startOfDay } from '../time/zone'
import { type ExitReading, zoneAt } from './exit-reading'
import type { CriterionState } from './measure'
import { type Scorecard, scorecardInSteps } from './scorecard'

/** A year: what goes on for longer is no hypercare, and nobody looks through more days than this. */
export const mostDays = 366

export interface ExitDay {
  readonly day: Day
  /** The end of the day; on the last one the moment of the reading. */
  readonly asOf: Instant
}

/** The days of hypercare, each in the zone that held then. */
export function exitDays(reading: ExitReading): ExitDay[] {
  const { start, now } = reading
  if (start === undefined || start > now) return []
  const days: ExitDay[] = []
  const earliest = now - mostDays * 24 * 60 * 60_000
  for (let at = Math.max(start, earliest); at <= now; ) {
    const zone = zoneAt(reading, at)
    const day = dayOf(at, zone)
    const next = startOfDay(addDays(day, 1), zone)
    // Where the zone moved west the same day comes once more, and goes on.
    if (days.at(-1)?.day === day) days.pop()
    days.push({ day, asOf: Math.min(next - 1, now) })
    at = next
  }
  return days
}

export interface ReadinessDay extends ExitDay {
  readonly card: Scorecard
  readonly met: number
  readonly notMet: number
  readonly unmeasured: number
}

/** How many criteria were met at the end of each day, in steps and one after the other: what is read goes on from day to day. */
export function* readinessHistory(reading: ExitReading): Generator<void, ReadinessDay[]> {
  const days: ReadinessDay[] = []
  for (const { day, asOf } of exitDays(reading)) {
    yield
    const card = yield* scorecardInSteps(reading, asOf)
    const count = (wanted: CriterionState) => card.criteria.filter(({ state }) => state === wanted).length
    days.push({
      day,
      asOf,
      card,
      met: count('met'),
      notMet: count('not-met'),
      unmeasured: count('unmeasured'),
    })
  }
  return days
}
