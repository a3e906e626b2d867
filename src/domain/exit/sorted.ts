import type { Instant } from '../model/value'
import { sortedPlaces } from '../triage/sliced-sort'

/** Things in the order of their times, of which a stretch is found without looking at the rest. */
export class Sorted<T> {
  private constructor(
    readonly all: readonly T[],
    private readonly times: Float64Array,
  ) {}

  /** Puts them in order, in steps; those of the same time stay in the order they came in. */
  static *of<T>(things: readonly T[], timeOf: (thing: T) => Instant): Generator<void, Sorted<T>> {
    const times = Float64Array.from(things, timeOf)
    yield
    const places = yield* sortedPlaces(
      things.length,
      (left, right) => (times[left] as number) - (times[right] as number) || left - right,
    )
    const all = Array.from(places, (place) => things[place] as T)
    yield
    return new Sorted(
      all,
      Float64Array.from(places, (place) => times[place] as number),
    )
  }

  /** Those after `since`, up to and with `until`. */
  within(since: Instant, until: Instant): readonly T[] {
    return this.all.slice(countTo(this.times, since), countTo(this.times, until))
  }

  /** The last up to an instant that is picked. */
  last(until: Instant, picks: (thing: T) => boolean): T | undefined {
    for (let place = countTo(this.times, until) - 1; place >= 0; place--) {
      const thing = this.all[place] as T
      if (picks(thing)) return thing
    }
    return undefined
  }
}

/** How many of the times, which are in order, are not later than an instant. */
export function countTo(times: Float64Array, instant: Instant): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] as number) <= instant) low = middle + 1
    else high = middle
  }
  return low
}
