import { Temporal } from 'temporal-polyfill'
import type { Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { type Day, weekdayOf } from './day'
import { dayOf, usableZone } from './zone'

/** A stretch of support, from its first moment up to, not including, `to`. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** When support is there: hours per weekday and holidays, both as the engagement's zone reads them. */
export interface SupportCalendar {
  readonly zone: string
  /** Name of the holiday on that day, if it is one. */
  holidayOn(day: Day): string | undefined
  /** Support hours of a day, earliest first; none on a holiday or a closed weekday. */
  spansOn(day: Day): readonly Span[]
  isOpenAt(instant: Instant): boolean
}

export function supportCalendar(engagement: Engagement): SupportCalendar {
  const zone = usableZone(engagement.zone)
  const holidayOn = (day: Day): string | undefined => {
    const name = engagement[`holiday:${day}`]
    return name === undefined || name === null ? undefined : String(name)
  }
  const spansOn = (day: Day): readonly Span[] => {
    const hours = engagement[`hours.${weekdayOf(day)}`]
    return hours && holidayOn(day) === undefined
      ? hours.split(' ').flatMap((text) => spanOf(text, day, zone))
      : []
  }
  const isOpenAt = (instant: Instant) =>
    spansOn(dayOf(instant, zone)).some(({ from, to }) => from <= instant && instant < to)
  return { zone, holidayOn, spansOn, isOpenAt }
}

/** `08:00-12:00`; `24:00` is the end of the day. Hours that end before they start, or are no times, are none. */
function spanOf(text: string, day: Day, zone: string): Span[] {
  const [from, to] = text.split('-').map((time) => momentOf(day, time, zone))
  return from !== undefined && to !== undefined && from < to ? [{ from, to }] : []
}

function momentOf(day: Day, time: string, zone: string): Instant | undefined {
  const hour = Number(time.slice(0, 2))
  const minute = Number(time.slice(3, 5))
  if (minute > 59 || hour * 60 + minute > 24 * 60) return undefined
  const date = Temporal.PlainDate.from(day)
  if (hour === 24) return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return date.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } }).epochMilliseconds
}
