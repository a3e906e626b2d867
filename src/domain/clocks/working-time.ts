import type { Instant } from '../model/value'
import { addDays, type Day } from '../time/day'
import type { Span, SupportCalendar } from '../time/support-calendar'
import { dayOf, startOfDay } from '../time/zone'
import { firstPlace } from './first-place'

/** The time that counts for a clock: always, or support hours. */
export interface WorkingTime {
  /** Milliseconds that count from one instant up to another; 0 when they are in the other order. */
  between(from: Instant, to: Instant): number
  /** The first instant at which `ms` have counted since `from`; undefined when that is never. */
  after(from: Instant, ms: number): Instant | undefined
  /** Stretches that count, cut to `from` and `to`, earliest first. */
  spans(from: Instant, to: Instant): readonly Span[]
}

/** The last instant that a date can tell. */
const lastInstant = 8.64e15

export const always: WorkingTime = {
  between: (from, to) => Math.max(0, to - from),
  after: (from, ms) => (from + ms <= lastInstant ? from + ms : undefined),
  spans: (from, to) => (from < to ? [{ from, to }] : []),
}

/**
 * Nobody is supported before or after these. Dates out there are slips (a year half typed, a spreadsheet's day nought),
 * and must not cost a walk through the centuries.
 */
const firstSupported = Date.UTC(2000, 0, 1)
const lastSupported = Date.UTC(2100, 0, 1)

/** A target that is not reached in so many days is never reached: a calendar without hours ends the search here. */
const farthestDays = 5 * 366
const dayLength = 24 * 60 * 60_000
/** Days that are worked out at a time. */
const stride = 32

/**
 * Support hours as a row of stretches with the time counted before each, so that every question is a binary search.
 * Days are worked out as they are asked for and then kept: ask for many instants of one calendar, not the other way.
 */
export class SupportHours implements WorkingTime {
  private readonly known: Span[] = []
  /** Time counted before each stretch, from the first one that is known. */
  private readonly countedBefore: number[] = []
  /** What is known begins here and ends before `knownTo`. Instants, because to tell the day of one takes long. */
  private knownFrom: Instant = Number.POSITIVE_INFINITY
  private knownTo: Instant = Number.POSITIVE_INFINITY
  /** The first day after what is known. */
  private next: Day = ''

  constructor(private readonly calendar: SupportCalendar) {}

  between(from: Instant, to: Instant): number {
    const [first, last] = [supported(from), supported(to)]
    if (first >= last) return 0
    this.know(first, last)
    return this.countedUpTo(last) - this.countedUpTo(first)
  }

  after(from: Instant, ms: number): Instant | undefined {
    if (ms <= 0) return from
    const first = supported(from)
    const farthest = Math.min(first + farthestDays * dayLength, lastSupported)
    this.know(first, first)
    const wanted = this.countedUpTo(first) + ms
    while (this.counted < wanted && this.knownTo < farthest) this.extend()
    if (this.counted < wanted) return undefined
    // In the last stretch that begins with less than what is wanted: at its end rather than when the next one opens.
    const place = firstPlace(this.countedBefore, (counted) => counted >= wanted) - 1
    const reached = (this.known[place] as Span).from + wanted - (this.countedBefore[place] as number)
    // What is known may reach farther than the search would have: the answer must not hang on earlier questions.
    return reached <= farthest ? reached : undefined
  }

  spans(from: Instant, to: Instant): readonly Span[] {
    const [first, last] = [supported(from), supported(to)]
    if (first >= last) return []
    this.know(first, last)
    const begin = firstPlace(this.known, (span) => span.to > first)
    const end = firstPlace(this.known, (span) => span.from >= last)
    return this.known
      .slice(begin, end)
      .map((span) => ({ from: Math.max(span.from, first), to: Math.min(span.to, last) }))
  }

  /** Everything counted in the stretches that are known. */
  private get counted(): number {
    const last = this.known.at(-1)
    return last ? (this.countedBefore.at(-1) as number) + last.to - last.from : 0
  }

  private countedUpTo(instant: Instant): number {
    const place = firstPlace(this.known, ({ from }) => from > instant) - 1
    const span = this.known[place]
    return span ? (this.countedBefore[place] as number) + Math.min(instant, span.to) - span.from : 0
  }

  /** Works out the days around a stretch of time. */
  private know(from: Instant, to: Instant): void {
    if (from < this.knownFrom) this.beginBefore(from)
    while (this.knownTo <= to) this.extend()
  }

  private beginBefore(instant: Instant): void {
    // Some room before, because the next question is often about a somewhat earlier day.
    this.next = addDays(dayOf(instant, this.calendar.zone), -stride)
    this.knownFrom = startOfDay(this.next, this.calendar.zone)
    this.knownTo = this.knownFrom
    this.known.length = 0
    this.countedBefore.length = 0
  }

  private extend(): void {
    for (let count = 0; count < stride; count++) {
      for (const span of this.calendar.spansOn(this.next)) {
        this.countedBefore.push(this.counted)
        this.known.push(span)
      }
      this.next = addDays(this.next, 1)
    }
    this.knownTo = startOfDay(this.next, this.calendar.zone)
  }
}

function supported(instant: Instant): Instant {
  return Math.min(Math.max(instant, firstSupported), lastSupported)
}
