import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../model/value'
import { inZone } from '../time/zone'

/** A time at which the clocks of a zone are set: once, or every year by the same rule. */
export interface ClockChange {
  /** What the clock on the wall shows just before, `2026-03-29T02:00:00`. */
  readonly wall: string
  /** Seconds that the zone is ahead of UTC. */
  readonly offsetBefore: number
  readonly offsetAfter: number
  readonly isSummer: boolean
  /** `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`, where the next ones follow it; undefined where it is this one time. */
  readonly yearly?: string
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * How the clocks of a zone are set around a period, as calendars want to be told: by one rule for each half of the year
 * where that is what they do, else one by one.
 */
export function zoneRules(zone: string, from: Instant, to: Instant): ClockChange[] {
  const begin = inZone(from, zone).subtract({ years: 1 })
  const changes = changesBetween(zone, begin, inZone(to, zone).add({ years: 1 }))
  const offset = begin.offsetNanoseconds / 1e9
  const atFirst = { wall: '1970-01-01T00:00:00', offsetBefore: offset, offsetAfter: offset, isSummer: false }
  return yearlyRules(changes) ?? [atFirst, ...changes.map(changeOf)]
}

interface Change {
  readonly at: Temporal.ZonedDateTime
  readonly before: number
  readonly after: number
}

function changesBetween(zone: string, from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): Change[] {
  const changes: Change[] = []
  let at = from.getTimeZoneTransition('next')
  while (at && Temporal.ZonedDateTime.compare(at, to) < 0) {
    const last = inZone(at.epochMilliseconds - 1, zone)
    changes.push({ at, before: last.offsetNanoseconds / 1e9, after: at.offsetNanoseconds / 1e9 })
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

function changeOf({ at, before, after }: Change): ClockChange {
  return {
    wall: wallBefore(at, before).toString({ smallestUnit: 'second' }),
    offsetBefore: before,
    offsetAfter: after,
    isSummer: after > before,
  }
}

/** The two rules of a zone with summer time; undefined where its changes do not follow any such two. */
function yearlyRules(changes: readonly Change[]): ClockChange[] | undefined {
  const rules = [true, false].map((isSummer) => {
    const own = changes.filter(({ before, after }) => after > before === isSummer)
    const [first] = own
    const rule = ruleOf(own)
    return first && rule ? { ...changeOf(first), yearly: rule } : undefined
  })
  const [summer, winter] = rules
  return summer && winter ? [winter, summer] : undefined
}

function ruleOf(changes: readonly Change[]): string | undefined {
  const [first] = changes
  if (!first) return undefined
  const wall = wallBefore(first.at, first.before)
  const places = [Math.ceil(wall.day / 7), -1]
  return places
    .map((place) => ({ place, day: weekdays[wall.dayOfWeek - 1] }))
    .filter(({ place }) =>
      changes.every((change, index) => {
        const other = wallBefore(change.at, change.before)
        return (
          other.year === wall.year + index &&
          other.month === wall.month &&
          other.dayOfWeek === wall.dayOfWeek &&
          other.toPlainTime().equals(wall.toPlainTime()) &&
          change.before === first.before &&
          change.after === first.after &&
          (place === -1 ? other.day + 7 > other.daysInMonth : Math.ceil(other.day / 7) === place)
        )
      }),
    )
    .map(({ place, day }) => `FREQ=YEARLY;BYMONTH=${wall.month};BYDAY=${place}${day}`)
    .at(-1)
}

/** What the clock showed when it was set. */
function wallBefore(at: Temporal.ZonedDateTime, before: number): Temporal.PlainDateTime {
  return at.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ seconds: before })
}
