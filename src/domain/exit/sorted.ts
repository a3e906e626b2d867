import type { Instant } from '../model/value'

/** Things in the order of their times, of which a stretch is found without looking at the rest. */
export class Sorted<T> {
  readonly all: readonly T[]

  constructor(
    things: readonly T[],
    private readonly timeOf: (thing: T) => Instant,
  ) {
    this.all = [...things].sort((a, b) => timeOf(a) - timeOf(b))
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
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.timeOf(this.all[middle] as T) <= instant) low = middle + 1
      else high = middle
    }
    return low
  }
}
