import { weekdays } from '../model/engagement'
import type { Instant } from '../model/value'
import type { WeekHours } from '../model/week-hours'
import type { WallClock } from '../time/wall-clock'
import { cut, type Span } from './span-line'

const minuteLength = 60_000
const dayLength = 24 * 60 * minuteLength
/** A zone is never farther from Greenwich, and no hours end later than on the day after they begin. */
const margin = 3 * dayLength
/** 1 January 1970 was a Thursday. */
const firstWeekday = 3

/** Hours of the week as the clock on the wall shows them. Hours that end before they begin end on the next day. */
export class WeekWindows {
  private constructor(
    private readonly clock: WallClock,
    private readonly byWeekday: readonly (readonly Span[])[],
  ) {}

  /** Undefined where no hours are told. */
  static of(hours: WeekHours, clock: WallClock): WeekWindows | undefined {
    const byWeekday = weekdays.map((weekday) => windowsOf(hours[`hours.${weekday}`] ?? ''))
    return byWeekday.some((windows) => windows.length > 0) ? new WeekWindows(clock, byWeekday) : undefined
  }

  /** Those of which any part is in the period, whole, earliest first and apart from each other. */
  between(from: Instant, to: Instant): Span[] {
    const found: Span[] = []
    let reached = Number.NEGATIVE_INFINITY
    for (let day = Math.floor((from - margin) / dayLength); day * dayLength < to + margin; day++) {
      for (const window of this.byWeekday[weekdayPlace(day)] ?? []) {
        const begin = this.clock.instantAt(day * dayLength + window.from)
        const end = this.clock.instantAt(day * dayLength + window.to)
        const span = cut({ from: begin, to: end }, { from: reached, to: Number.POSITIVE_INFINITY })
        reached = Math.max(reached, end)
        if (span && span.to > from && span.from < to) found.push(span)
      }
    }
    return found
  }
}

const weekdayPlace = (day: number) => (((day + firstWeekday) % 7) + 7) % 7

/** `22:00-06:00` as milliseconds of the day, joined where they run into each other; what is no time is left out. */
function windowsOf(text: string): readonly Span[] {
  const spans = text
    .split(' ')
    .flatMap((part) => {
      const [from, to] = part.split('-').map(timeMs)
      if (from === undefined || to === undefined || from >= dayLength) return []
      return [{ from, to: to > from ? to : to + dayLength }]
    })
    .sort((a, b) => a.from - b.from)
  const apart: Span[] = []
  for (const span of spans) {
    const last = apart.at(-1)
    if (last && span.from <= last.to) apart.splice(-1, 1, { ...last, to: Math.max(last.to, span.to) })
    else apart.push(span)
  }
  return apart
}

/** A time of day in milliseconds since midnight; `24:00` is the end of the day. */
export function timeMs(time: string): number | undefined {
  const match = /^(\d\d):(\d\d)$/.exec(time)
  if (!match) return undefined
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) > 59 || minutes > 24 * 60 ? undefined : minutes * minuteLength
}
