import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../model/value'
import type { Day } from './day'
import { inZone } from './zone'

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const twoDigits = (value: number) => String(value).padStart(2, '0')

interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly dayOfWeek: number
}

/** `Mon 23 Nov 2026`: the month in letters, because 04/05 means two different days to two readers. */
export function formatDay(day: Day): string {
  return dateText(Temporal.PlainDate.from(day))
}

/** `23 Nov`, for an axis whose year and weekday are told elsewhere. */
export function formatShortDay(day: Day): string {
  const date = Temporal.PlainDate.from(day)
  return `${date.day} ${monthNames[date.month - 1]}`
}

/** `Mon 23 Nov 2026, 09:12`. Says no zone: the page or screen says it once, with `formatZone`. */
export function formatInstant(instant: Instant, zone: string): string {
  const time = inZone(instant, zone)
  return `${dateText(time)}, ${twoDigits(time.hour)}:${twoDigits(time.minute)}`
}

/** `Mon 23 Nov 2026, 09:12:07`; seconds are left out where there are none. */
export function formatExactInstant(instant: Instant, zone: string): string {
  const { second } = inZone(instant, zone)
  const text = formatInstant(instant, zone)
  return second === 0 ? text : `${text}:${twoDigits(second)}`
}

/** `23 Nov, 09:12`, for lists; with the year where it is not that of `now`. */
export function formatShortInstant(instant: Instant, zone: string, now: Instant): string {
  const time = inZone(instant, zone)
  const year = time.year === inZone(now, zone).year ? '' : ` ${time.year}`
  return `${time.day} ${monthNames[time.month - 1]}${year}, ${twoDigits(time.hour)}:${twoDigits(time.minute)}`
}

/** `Europe/Berlin (UTC+01:00)`: the offset is the one in force at that instant. */
export function formatZone(instant: Instant, zone: string): string {
  const offset = inZone(instant, zone).offset
  return zone === 'UTC' ? 'UTC' : `${zone} (UTC${offset})`
}

function dateText({ year, month, day, dayOfWeek }: CalendarDate): string {
  return `${weekdayNames[dayOfWeek - 1]} ${day} ${monthNames[month - 1]} ${year}`
}
