import type { Instant } from '../model/value'
import type { WallTime } from './wall'
import { inZone } from './zone'

/** What the clock on a wall shows, as the instant at which a clock in Greenwich would show it: made to be added to. */
export type WallMs = number

interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly offset: number
}

interface Year {
  readonly from: number
  readonly to: number
  readonly stretches: readonly Stretch[]
}

const margin = 2 * 24 * 60 * 60_000

/**
 * The clock on the wall of a zone. It asks the zone once a year, and all else is addition: to ask for each of thousands
 * of hand-overs takes long.
 */
export class WallClock {
  private static readonly known = new Map<string, WallClock>()
  private readonly years = new Map<number, Year>()
  /** The one last asked about: the next question is mostly about it too. */
  private latest: Year | undefined

  private constructor(private readonly zone: string) {}

  /** @throws RangeError when it is first asked and the zone is not one. */
  static of(zone: string): WallClock {
    let clock = WallClock.known.get(zone)
    if (!clock) {
      clock = new WallClock(zone)
      WallClock.known.set(zone, clock)
    }
    return clock
  }

  /**
   * The first instant at which the clock has reached a time: the first moment after a gap in which the time was left
   * out, the first of the two where it comes twice. A later time is never an earlier instant.
   */
  instantAt(wall: WallMs): Instant {
    for (const { from, to, offset } of this.stretchesAround(wall))
      if (to + offset > wall) return Math.max(from, wall - offset)
    throw new RangeError('A year has no last moment')
  }

  /** What the clock shows. */
  wallAt(instant: Instant): WallMs {
    const stretch = this.stretchesAround(instant).find(({ to }) => to > instant)
    return instant + (stretch?.offset ?? 0)
  }

  /** With some days before and after the year, so that it does not matter whose year it is. */
  private stretchesAround(time: number): readonly Stretch[] {
    if (this.latest && this.latest.from <= time && time < this.latest.to) return this.latest.stretches
    const number = new Date(time).getUTCFullYear()
    let year = this.years.get(number)
    if (!year) {
      const [from, to] = [startOfYear(number), startOfYear(number + 1)]
      year = { from, to, stretches: this.stretchesOf(from, to) }
      this.years.set(number, year)
    }
    this.latest = year
    return year.stretches
  }

  private stretchesOf(yearFrom: number, yearTo: number): readonly Stretch[] {
    const end = yearTo + margin
    const stretches: Stretch[] = []
    let from = Number.NEGATIVE_INFINITY
    let moment = inZone(yearFrom - margin, this.zone)
    for (;;) {
      const change = moment.getTimeZoneTransition('next')
      const offset = moment.offsetNanoseconds / 1e6
      if (!change || change.epochMilliseconds >= end) {
        stretches.push({ from, to: Number.POSITIVE_INFINITY, offset })
        return stretches
      }
      stretches.push({ from, to: change.epochMilliseconds, offset })
      from = change.epochMilliseconds
      moment = change
    }
  }
}

/** Undefined when the text is no time: `2026-02-30T09:00` looks like one and is none. */
export function wallMs(wall: string | null | undefined): WallMs | undefined {
  if (!wall) return undefined
  const ms = Date.parse(`${wall}Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 16) !== wall ? undefined : ms
}

export const wallText = (wall: WallMs): WallTime => new Date(wall).toISOString().slice(0, 16)

/** Date.UTC takes the years before 100 for those of the last century. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1)
}
