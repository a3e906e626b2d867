import type { Instant } from '../model/value'
import { addDays, type Day } from './day'
import { dayOf, startOfDay } from './zone'

/**
 * A run of days in a zone with their boundaries worked out once, so that placing an instant is a binary search.
 * A day lasts from its first moment to the first moment of the next; where clocks are put back over midnight
 * (St. John's did) the repeated minutes stay with the new day.
 */
export class DayIndex {
  readonly days: readonly Day[]
  private readonly starts: readonly Instant[]
  private readonly end: Instant

  constructor(first: Day, last: Day, zone: string) {
    const days: Day[] = []
    for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
    this.days = days
    this.starts = days.map((day) => startOfDay(day, zone))
    this.end = startOfDay(addDays(last, 1), zone)
  }

  static between(from: Instant, to: Instant, zone: string): DayIndex {
    return new DayIndex(dayOf(from, zone), dayOf(to, zone), zone)
  }

  /** Place of the instant's day in `days`; -1 before the first day, `days.length` after the last. */
  placeOf(instant: Instant): number {
    if (instant >= this.end) return this.days.length
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.starts[middle] as Instant) <= instant) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** The first moment of the day at a place; of the one after the last, too. */
  startOf(place: number): Instant {
    return this.starts[place] ?? this.end
  }

  dayOf(instant: Instant): Day | undefined {
    return this.days[this.placeOf(instant)]
  }
}
