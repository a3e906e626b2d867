import type { Instant } from '../model/value'
import { inZone } from '../time/zone'

/** Tells the wall time of an instant, as the milliseconds at which a clock in UTC would show the same. */
export type WallClock = (instant: Instant) => number

/** All zones have changed their offset on the quarter of an hour, so one look-up serves the whole of it. */
const quarter = 15 * 60_000

/** Remembers offsets: an export asks for the same few hundred quarter hours a hundred thousand times. */
export function wallClockIn(zone: string): WallClock {
  const offsets = new Map<number, number>()
  return (instant) => {
    const key = Math.floor(instant / quarter)
    let offset = offsets.get(key)
    if (offset === undefined) {
      offset = inZone(instant, zone).offsetNanoseconds / 1_000_000
      offsets.set(key, offset)
    }
    return instant + offset
  }
}

const firstTold = Date.UTC(1900, 2, 1)
const lastTold = Date.UTC(9999, 11, 30)

/** Spreadsheets know the days from March 1900 to the end of 9999; a time beyond is a slip, and shown as it is. */
export function isTellable(instant: Instant): boolean {
  return instant >= firstTold && instant <= lastTold
}

/** `2026-11-23 09:12:00`: ISO, with the blank that spreadsheets need to know it for a time. */
export function localText(instant: Instant, wallClock: WallClock): string {
  if (!isTellable(instant)) return String(instant)
  return new Date(wallClock(instant)).toISOString().slice(0, 19).replace('T', ' ')
}
