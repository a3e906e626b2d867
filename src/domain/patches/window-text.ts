import type { Weekday } from '../model/engagement'
import { readWeekdays } from '../time/weekday-text'

/** A cadence plan's patch window: on which weekdays, from when, and how long, as the wall tells. */
export interface WeeklyWindow {
  readonly days: ReadonlySet<Weekday>
  /** Minutes after midnight. */
  readonly opens: number
  readonly minutes: number
}

/** Where a plan says when a window opens and not when it closes. */
const usualMinutes = 120
const dayMinutes = 24 * 60

/** Reads `Tue, Thu 20:00`, `daily 19:00–21:00`, `Mon-Fri 06:00`. Undefined where it says anything else. */
export function readWindow(text: string): WeeklyWindow | undefined {
  const told = /^(.*?)\s*(\d{1,2}):(\d{2})(?:\s*[-–]\s*(\d{1,2}):(\d{2}))?$/u.exec(text.trim().toLowerCase())
  if (!told) return undefined
  const [, words = '', hour, minute, toHour, toMinute] = told
  const days = readWeekdays(words)
  const opens = minutesOf(hour, minute)
  if (!days || opens === undefined) return undefined
  if (toHour === undefined) return { days, opens, minutes: usualMinutes }
  const closes = minutesOf(toHour, toMinute)
  if (closes === undefined) return undefined
  // A window that closes before it opens closes on the next day.
  return { days, opens, minutes: closes > opens ? closes - opens : closes + dayMinutes - opens }
}

function minutesOf(hour: string | undefined, minute: string | undefined): number | undefined {
  const [hours, minutes] = [Number(hour), Number(minute)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}
