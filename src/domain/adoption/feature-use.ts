import { addDays, type Day } from '../time/day'
import { daysWithin, featureIn, weekLength } from './active'
import type { AdoptionReading } from './reading'

/** How much one feature was used in the seven days that end with a day. */
export interface FeatureLine {
  readonly feature: string
  /** Different people; where files tell no names, the most of a day. */
  readonly people: number
  /** Whether files tell no names, so that days cannot be added up. */
  readonly isAtLeast: boolean
  readonly events: number
  /** The same people a week before; null where nothing was told of that week. */
  readonly before: number | null
}

/** Every feature that files tell of until a day, the most used first. */
export function featureUse(reading: AdoptionReading, day: Day): FeatureLine[] {
  const now = useWithin(reading, day)
  const then = useWithin(reading, addDays(day, -weekLength))
  const wasMeasured = daysWithin(reading, weekLength, addDays(day, -weekLength)).length > 0
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((feature) => {
      const { people, isAtLeast, events } = now.get(feature) ?? { people: 0, isAtLeast: false, events: 0 }
      return {
        feature,
        people,
        isAtLeast,
        events,
        before: wasMeasured ? (then.get(feature)?.people ?? 0) : null,
      }
    })
    .sort((a, b) => b.people - a.people || a.feature.localeCompare(b.feature, 'en'))
}

interface Used {
  readonly people: number
  readonly isAtLeast: boolean
  readonly events: number
}

function useWithin(reading: AdoptionReading, day: Day): Map<string, Used> {
  const named = new Map<string, Set<string>>()
  const counted = new Map<string, number>()
  const events = new Map<string, number>()
  const addEvents = (feature: string, count: number) =>
    events.set(feature, (events.get(feature) ?? 0) + count)
  for (const told of daysWithin(reading, weekLength, day)) {
    for (const [feature, use] of told.features) {
      named.set(feature, new Set([...(named.get(feature) ?? []), ...use.people]))
      addEvents(feature, use.events)
    }
    const ofDay = new Map<string, number>()
    for (const [place, total] of told.totals) {
      const feature = featureIn(place)
      if (feature === '' || told.features.has(feature)) continue
      ofDay.set(feature, (ofDay.get(feature) ?? 0) + (total.active ?? 0))
      addEvents(feature, total.events ?? 0)
    }
    for (const [feature, people] of ofDay) counted.set(feature, Math.max(counted.get(feature) ?? 0, people))
  }
  return new Map(
    [...events].map(([feature, count]) => {
      const people = named.get(feature)?.size
      return [
        feature,
        { people: people ?? counted.get(feature) ?? 0, isAtLeast: people === undefined, events: count },
      ]
    }),
  )
}
