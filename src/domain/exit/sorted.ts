import type { Instant } from '../model/value'
import { finish, sortedIndices } from '../triage/sliced-sort'

/** Things in the order of their times, of which a stretch is found without looking at the rest. */
export class Sorted<T> {
  readonly all: readonly T[]
  private readonly times: Float64Array

  constructor(things: readonly T[], timeOf: (thing: T) => Instant) {
    const times = things.map(timeOf)
    const places = finish(sortedIndices(times))
    const sorted: T[] = []
    this.times = new Float64Array(things.length)
    for (let place = 0; place < places.length; place++) {
      const from = places[place] as number
      sorted.push(things[from] as T)
      this.times[place] = times[from] as number
    }
    this.all = sorted
  }

  /** Those after `since`, up to and with `until`. */
  within(since: Instant, until: Instant): readonly T[] {
    return this.all.slice(this.countTo(since), this.countTo(until))
  }

  /** The last up to an instant that is picked. */
  last(until: Instant, picks: (thing: T) => boolean): T | undefined {
    for (let place = this.countTo(until) - 1; place >= 0; place--) {
      const thing = this.all[place] as T
      if (picks(thing)) return thing
    }
    return undefined
  }

  private countTo(instant: Instant): number {
    let low = 0
    let high = this.times.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.times[middle] as number) <= instant) low = middle + 1
      else high = middle
    }
    return low
  }
}
