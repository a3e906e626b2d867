import { Temporal } from 'temporal-polyfill'
import type { Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { addDays, type Day, weekdayOf } from './day'
import { dayOf, startOfDay, usableZone } from './zone'

/** A stretch of support, from its first moment up to, not including, `to`. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export interface Holiday {
  readonly day: Day
  /** Empty where nobody has named it. */
  readonly name: string
}

/** When support is there: hours per weekday and holidays, both as the engagement's zone reads them. */
export interface SupportCalendar {
  readonly zone: string
  /** Earliest first. */
  readonly holidays: readonly Holiday[]
  /** Name of the holiday on that day, if it is one. */
  holidayOn(day: Day): string | undefined
  /**
   * Support hours of a day, earliest first and apart from each other; none on a closed weekday or a holiday, unless
   * that day has its own.
   */
  spansOn(day: Day): readonly Span[]
  isOpenAt(instant: Instant): boolean
}

const holidayPrefix = 'holiday:'

export function supportCalendar(engagement: Engagement): SupportCalendar {
  const zone = usableZone(engagement.zone)
  const holidayOn = (day: Day): string | undefined => {
    const name = engagement[`holiday:${day}`]
    return name === undefined || name === null ? undefined : String(name)
  }
  const holidays = Object.keys(engagement)
    .filter((field) => field.startsWith(holidayPrefix))
    .map((field) => field.slice(holidayPrefix.length))
    .sort()
    .flatMap((day): Holiday[] => {
      const name = holidayOn(day)
      return name === undefined ? [] : [{ day, name }]
    })
  const spansOn = (day: Day): readonly Span[] => {
    const usual = holidayOn(day) === undefined ? engagement[`hours.${weekdayOf(day)}`] : undefined
    const hours = engagement[`extended:${day}`] ?? usual
    if (!hours) return []
    const wallDay = wallDayOf(day, zone)
    return joined(
      String(hours)
        .split(' ')
        .flatMap((text) => spanOf(text, wallDay)),
    )
  }
  const isOpenAt = (instant: Instant) =>
    spansOn(dayOf(instant, zone)).some(({ from, to }) => from <= instant && instant < to)
  return { zone, holidays, holidayOn, spansOn, isOpenAt }
}

/** Hours as people type them may be in any order, and run into each other. */
function joined(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const apart: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last && span.from <= last.to) apart.splice(-1, 1, { ...last, to: Math.max(last.to, span.to) })
    else apart.push(span)
  }
  return apart
}

/** A day and what its clock on the wall does. */
interface WallDay {
  readonly day: Day
  readonly zone: string
  readonly from: Instant
  readonly to: Instant
}

function wallDayOf(day: Day, zone: string): WallDay {
  return { day, zone, from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) }
}

/** `08:00-12:00`; `24:00` is the end of the day. Hours that end before they start, or are no times, are none. */
function spanOf(text: string, wallDay: WallDay): Span[] {
  const [from, to] = text.split('-').map((time) => momentOf(time, wallDay))
  return from !== undefined && to !== undefined && from < to ? [{ from, to }] : []
}

const minuteLength = 60_000
const minutesPerDay = 24 * 60

/** The first moment of a day at which the clock on the wall has reached a time. */
function momentOf(time: string, { day, zone, from, to }: WallDay): Instant | undefined {
  const hour = Number(time.slice(0, 2))
  const minute = Number(time.slice(3, 5))
  const minutes = hour * 60 + minute
  if (minute > 59 || minutes > minutesPerDay) return undefined
  if (minutes === minutesPerDay) return to
  // Nearly every day; asking the zone takes long.
  if (to - from === minutesPerDay * minuteLength) return from + minutes * minuteLength
  const wall = Temporal.PlainDate.from(day).toPlainDateTime({ hour, minute })
  const moment = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (moment.toPlainDateTime().equals(wall)) return moment.epochMilliseconds
  // The clock never showed this time: it was put forward over it, and had reached it at the moment of that change.
  return moment.getTimeZoneTransition('next')?.epochMilliseconds
}
