import { bandOfAge, bands, levels, oldest, zeros } from './ages'

/** How issues came to their ends, day by day of their lives. */
export interface ResolvingHistory {
  /** By level and band, in a row: ends, and days on which an issue could have ended. */
  readonly ends: readonly number[]
  readonly workdays: readonly number[]
  readonly restDays: readonly number[]
  /** By level: ends on days of rest. */
  readonly endsOnRestDays: readonly number[]
  /** Ends that did not hold, and after how many days each came back. */
  readonly comebacks: readonly number[]
  readonly allEnds: number
}

/** Counts the days of issues, whole days before today only. */
export class ResolvingBooks {
  private readonly ends = zeros(levels * bands)
  private readonly workdays = zeros(levels * bands)
  private readonly restDays = zeros(levels * bands)
  private readonly endsOnRestDays = zeros(levels)
  private readonly comebacks: number[] = []
  private allEnds = 0

  /** @param isWorkday of each day up to today, which is the last */
  constructor(private readonly isWorkday: readonly boolean[]) {}

  /** Enters a stretch of work by the places of its days; @param lag days until it came back, where it did */
  enter(level: number, from: number, to: number | undefined, lag: number | undefined): void {
    const today = this.isWorkday.length - 1
    const end = to === undefined ? undefined : Math.max(from, to)
    const last = Math.min(end ?? today, today - 1)
    for (let day = Math.max(from, 0); day <= last; day++) {
      const place = level * bands + (bandOfAge[Math.min(day - from, oldest)] ?? 0)
      const isEnd = day === end
      const isWorkday = this.isWorkday[day] ?? true
      // Who ends within a day was there for half of it, on average.
      const stay = isEnd ? 0.5 : 1
      const days = isWorkday ? this.workdays : this.restDays
      days[place] = (days[place] ?? 0) + stay
      if (!isEnd) continue
      this.ends[place] = (this.ends[place] ?? 0) + 1
      if (!isWorkday) this.endsOnRestDays[level] = (this.endsOnRestDays[level] ?? 0) + 1
      this.allEnds++
      if (lag !== undefined) this.comebacks.push(Math.max(0, lag))
    }
  }

  closed(): ResolvingHistory {
    const { ends, workdays, restDays, endsOnRestDays, comebacks, allEnds } = this
    return { ends, workdays, restDays, endsOnRestDays, comebacks: comebacks.sort((a, b) => a - b), allEnds }
  }
}
