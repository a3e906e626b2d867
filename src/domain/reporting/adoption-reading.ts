import { type ConcernRow, openConcerns } from '../adoption/concerns'
import { type AdoptionReading, lastWholeDay, readAdoption } from '../adoption/reading'
import { adoptionTables } from '../adoption/tables'
import { trendLimitsOf } from '../adoption/trend-limits'
import { type Trend, trends } from '../adoption/trends'
import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import type { AdoptionConcern } from '../model/entities'
import type { Value } from '../model/value'
import type { Day } from '../time/day'
import { supportCalendar } from '../time/support-calendar'
import { dayOf } from '../time/zone'
import { finish } from '../triage/sliced-sort'
import type { Reading } from './reading'
import type { Redact } from './redacting'

/** How the system is taken up, as it was known at an instant. */
export interface AdoptionState {
  readonly reading: AdoptionReading
  /** The last whole day that is told of; weeks end with it. Undefined where nothing is known. */
  readonly day: Day | undefined
  readonly trends: readonly Trend[]
  readonly concerns: readonly ConcernRow[]
  readonly isWorkday: (day: Day) => boolean
}

export function readAdoptionState(
  replica: Replica,
  { asOf, zone, engagement }: Pick<Reading, 'asOf' | 'zone' | 'engagement'>,
  redact?: Redact,
): AdoptionState {
  const reading = finish(readAdoption(adoptionTables(replica, asOf), zone, dayOf(asOf, zone)))
  const calendar = supportCalendar(engagement)
  const isWorkday = (day: Day) => calendar.spansOn(day).length > 0
  const day = lastWholeDay(reading)
  const concerns = openConcerns(replica.rows('adoptionConcern').values(), asOf)
  return {
    reading,
    day,
    trends: day === undefined ? [] : trends(reading, { day, isWorkday, limits: trendLimitsOf(engagement) }),
    concerns: redact ? concerns.map((row) => hushed(row, redact)) : concerns,
    isWorkday,
  }
}

/** What people typed may name somebody. */
function hushed(row: Row<AdoptionConcern>, redact: Redact): ConcernRow {
  const told = (['title', 'seen', 'action'] as const).flatMap((field): [string, Value][] => {
    const text = row.values[field]
    return typeof text === 'string' ? [[field, redact(text)]] : []
  })
  return { ...row, values: { ...row.values, ...Object.fromEntries(told) } }
}
