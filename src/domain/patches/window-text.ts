import { type Weekday, weekdays } from '../model/engagement'

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

const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  weekdays: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
}

/** Reads `Tue, Thu 20:00`, `daily 19:00–21:00`, `Mon-Fri 06:00`. Undefined where it says anything else. */
export function readWindow(text: string): WeeklyWindow | undefined {
  const told = /^(.*?)\s*(\d{1,2}):(\d{2})(?:\s*[-–]\s*(\d{1,2}):(\d{2}))?$/u.exec(text.trim().toLowerCase())
  if (!told) return undefined
  const [, words = '', hour, minute, toHour, toMinute] = told
  const days = readDays(words)
  const opens = minutesOf(hour, minute)
  if (!days || opens === undefined) return undefined
  if (toHour === undefined) return { days, opens, minutes: usualMinutes }
  const closes = minutesOf(toHour, toMinute)
  if (closes === undefined) return undefined
  // A window that closes before it opens closes on the next day.
  return { days, opens, minutes: closes > opens ? closes - opens : closes + dayMinutes - opens }
}

function readDays(words: string): ReadonlySet<Weekday> | undefined {
  const days = new Set<Weekday>()
  for (const word of words.split(/[\s,;/&+]+|\band\b/u)) {
    if (word === '') continue
    const named = groups[word] ?? between(word)
    if (!named) return undefined
    for (const day of named) days.add(day)
  }
  return days.size > 0 ? days : undefined
}

/** `tue` or `mon-fri`, the days also in full. */
function between(word: string): readonly Weekday[] | undefined {
  const [first, last = first, ...more] = word.split(/[-–]/u).map(dayNamed)
  if (first === undefined || last === undefined || more.length > 0) return undefined
  const from = weekdays.indexOf(first)
  const days = (weekdays.indexOf(last) - from + weekdays.length) % weekdays.length
  return Array.from({ length: days + 1 }, (_, add) => weekdays[(from + add) % weekdays.length] as Weekday)
}

const fullNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** By its name or what it is shortened to, from three letters on: `tue`, `tues`, `tuesdays`. */
function dayNamed(word: string): Weekday | undefined {
  const place = fullNames.findIndex(
    (name) => word.length >= 3 && (name.startsWith(word) || word === `${name}s`),
  )
  return weekdays[place]
}

function minutesOf(hour: string | undefined, minute: string | undefined): number | undefined {
  const [hours, minutes] = [Number(hour), Number(minute)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}
