import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import { WallClock } from '../time/wall-clock'

const dayLength = 24 * 60 * 60_000

/** The days of many moments: half a million sign-ins fall on a hundred of them. */
export class DayTexts {
  private readonly clock: WallClock
  private readonly texts = new Map<number, Day>()

  constructor(zone: string) {
    this.clock = WallClock.of(zone)
  }

  dayOf(instant: Instant): Day {
    const number = Math.floor(this.clock.wallAt(instant) / dayLength)
    let text = this.texts.get(number)
    if (text === undefined) {
      text = new Date(number * dayLength).toISOString().slice(0, 10)
      this.texts.set(number, text)
    }
    return text
  }
}
