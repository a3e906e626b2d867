import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../model/value'
import type { Day } from './day'

/** Where an engagement names no zone, or one that this machine does not know, times are told in this one. */
export const fallbackZone = 'UTC'

const known = new Map<string, boolean>()

export function isZone(name: string): boolean {
  let valid = known.get(name)
  if (valid === undefined) {
    valid = canTellTimeIn(name)
    known.set(name, valid)
  }
  return valid
}

export function usableZone(name: string | null | undefined): string {
  return name && isZone(name) ? name : fallbackZone
}

/** The calendar day that an instant falls on in a zone. For more than a few instants use a `DayIndex`. */
export function dayOf(instant: Instant, zone: string): Day {
  return inZone(instant, zone).toPlainDate().toString()
}

/** The first moment of a day in a zone: midnight, or later where the clocks were put forward over it. */
export function startOfDay(day: Day, zone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** @throws RangeError when the zone is not one: check with `isZone` what a person or a file said. */
export function inZone(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant)).toZonedDateTimeISO(zone)
}

function canTellTimeIn(name: string): boolean {
  try {
    inZone(0, name)
    return true
  } catch {
    return false
  }
}
