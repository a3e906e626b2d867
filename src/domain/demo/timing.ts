import type { Instant } from '../model/value'
import { addDays, type Day, weekdayOf } from '../time/day'
import { dayOf, startOfDay } from '../time/zone'
import type { Random } from './random'

export const minute = 60_000
export const hour = 60 * minute
/** How far the demo is into hypercare, and how long its whole story takes, in days since go-live. */
export const threeWeeks = 21
export const sixWeeks = 42
/** The sponsor decided to go on for two weeks. */
export const extendedOn = 25

/** So long before the end of the whole story nothing grave comes any more. */
const calmDays = 6

const opens = 8 * hour
const closes = 18 * hour

export interface DemoDay {
  readonly day: Day
  readonly start: Instant
  /** Is anybody at work on this day? */
  readonly working: boolean
}

/** The days that the demo tells of, from go-live to now. */
export class Calendar {
  readonly goLiveAt: Instant
  /** A day in the second week on which the whole company is away. */
  readonly holiday: Day
  readonly days: readonly DemoDay[]

  constructor(
    readonly now: Instant,
    readonly zone: string,
    /** Whole days since go-live. */
    readonly length: number = threeWeeks,
  ) {
    const goLive = addDays(dayOf(now, zone), -length)
    this.holiday = this.fridayFrom(addDays(goLive, 7))
    this.days = Array.from({ length: length + 1 }, (_, index) => {
      const day = addDays(goLive, index)
      const weekday = weekdayOf(day)
      const working = weekday !== 'sat' && weekday !== 'sun' && day !== this.holiday
      return { day, start: startOfDay(day, zone), working }
    })
    this.goLiveAt = startOfDay(goLive, zone) + 6 * hour
  }

  day(sinceGoLive: number): Day {
    return addDays(this.days[0]?.day ?? dayOf(this.goLiveAt, this.zone), sinceGoLive)
  }

  /** Whether the story is told to its end. */
  get isWhole(): boolean {
    return this.length > threeWeeks
  }

  /** Whether the last days have come, in which nothing grave happens any more. */
  isCalm(at: Instant): boolean {
    return this.isWhole && this.age(at) >= this.length - calmDays
  }

  /** Whole days since go-live. */
  age(at: Instant): number {
    return Math.floor((at - this.goLiveAt) / (24 * hour))
  }

  /** The instant after so many minutes of working time. Infinity when that is beyond now: it has not happened yet. */
  afterWork(from: Instant, minutes: number): Instant {
    let left = minutes * minute
    for (const { start, working } of this.days) {
      if (!working || start + closes <= from) continue
      const begin = Math.max(from, start + opens)
      if (left < start + closes - begin) return this.happened(begin + left)
      left -= start + closes - begin
    }
    return Number.POSITIVE_INFINITY
  }

  /** The instant after so many minutes by the wall clock. Infinity when that is beyond now. */
  after(from: Instant, minutes: number): Instant {
    return this.happened(from + minutes * minute)
  }

  /**
   * When issues are raised: `count` instants, earliest first. Many in the first days and then fewer, mostly in
   * office hours with a peak in the morning, few on days when nobody works.
   */
  *arrivals(count: number, random: Random): Generator<Instant> {
    const slots: { start: Instant; end: Instant; upTo: number }[] = []
    let total = 0
    for (const [index, { start, working }] of this.days.entries()) {
      const rush =
        (0.22 * quieter(index) + Math.exp(-index / 5)) * (working ? 1 : 0.1) * (0.75 + random.next() * 0.5)
      for (const [clock, share] of shapeOfDay.entries()) {
        const begin = Math.max(start + clock * hour, this.goLiveAt)
        const end = Math.min(start + (clock + 1) * hour, this.now)
        if (end <= begin) continue
        total += (rush * share * (end - begin)) / hour
        slots.push({ start: begin, end, upTo: total })
      }
    }
    let place = 0
    for (let index = 0; index < count; index++) {
      const target = ((index + random.next()) / count) * total
      while (place < slots.length - 1 && (slots[place]?.upTo ?? 0) <= target) place++
      const slot = slots[place]
      if (!slot) return
      const before = slots[place - 1]?.upTo ?? 0
      const share = Math.min(1, Math.max(0, (target - before) / (slot.upTo - before)))
      yield wholeSecond(slot.start + share * (slot.end - slot.start))
    }
  }

  private happened(at: Instant): Instant {
    const second = wholeSecond(at)
    return second < this.now ? second : Number.POSITIVE_INFINITY
  }

  private fridayFrom(day: Day): Day {
    return weekdayOf(day) === 'fri' ? day : this.fridayFrom(addDays(day, 1))
  }
}

/** What never stops in three weeks does in the weeks after them. */
const quieter = (day: number) => Math.exp(-Math.max(0, day - threeWeeks) / 16)

/** How much of a day's trouble each hour brings, from midnight on. */
const shapeOfDay = [
  0.1, 0.1, 0.1, 0.1, 0.2, 0.5, 1.2, 3, 7, 10, 9, 7, 5, 6, 7, 6, 4, 2.5, 1, 0.5, 0.3, 0.3, 0.3, 0.2,
] as const

const wholeSecond = (at: Instant) => Math.floor(at / 1_000) * 1_000
