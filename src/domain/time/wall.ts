import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../model/value'
import { inZone } from './zone'

/** What the clock on the wall shows, to the minute: `2026-11-23T09:00`. */
export type WallTime = string

export function wallTime(instant: Instant, zone: string): WallTime {
  return inZone(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * The instant at which the clock in a zone shows `wall`: the later side of a gap where clocks go forward, the
 * earlier of the two where they go back. Undefined when the text is no time.
 */
export function instantAtWall(wall: WallTime, zone: string): Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined
  }
}
