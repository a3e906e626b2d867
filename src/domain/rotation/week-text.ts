import { type Weekday, weekdays } from '../model/engagement'
import type { WeekHours } from '../model/week-hours'

const dayToken = /^([a-z]{2,9})(?:-([a-z]{2,9}))?$/
const spanToken = /^(\d{1,2})(?:[:.](\d{2}))?-(\d{1,2})(?:[:.](\d{2}))?$/
const names: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

/**
 * Hours of the week from how people type them: `Mon-Fri 8-18, Sat 9-13`, or `22-6` for every night. Nothing is
 * always; undefined when it cannot be read.
 */
export function readWeek(text: string): WeekHours | undefined {
  const tokens = text
    .toLowerCase()
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const hours = new Map<Weekday, string[]>()
  let days: readonly Weekday[] = weekdays
  let hasSpan = true
  for (const token of tokens) {
    const span = readSpan(token)
    const named = span === undefined ? readDays(token) : undefined
    if (span !== undefined) {
      for (const day of days) hours.set(day, [...(hours.get(day) ?? []), span])
      hasSpan = true
    } else if (named) {
      days = hasSpan ? named : [...new Set([...days, ...named])]
      hasSpan = false
    } else return undefined
  }
  if (!hasSpan) return undefined
  return Object.fromEntries(weekdays.map((day) => [`hours.${day}`, hours.get(day)?.join(' ') ?? '']))
}

/** `Mon–Fri 08:00-18:00, Sat 09:00-13:00`; nothing where it is always. */
export function weekText(hours: WeekHours): string {
  const runs: { from: Weekday; to: Weekday; hours: string }[] = []
  for (const day of weekdays) {
    const own = hours[`hours.${day}`] ?? ''
    const last = runs.at(-1)
    if (last?.hours === own) last.to = day
    else runs.push({ from: day, to: day, hours: own })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => {
      if (from === 'mon' && to === 'sun') return `Every day ${hours}`
      return from === to ? `${names[from]} ${hours}` : `${names[from]}–${names[to]} ${hours}`
    })
    .join(', ')
}

function readDays(token: string): readonly Weekday[] | undefined {
  if (token === 'every' || token === 'daily' || token === 'day') return weekdays
  const match = dayToken.exec(token)
  const from = placeOf(match?.[1])
  const to = match?.[2] === undefined ? from : placeOf(match[2])
  if (from === undefined || to === undefined) return undefined
  const last = to < from ? to + 7 : to
  return Array.from({ length: last - from + 1 }, (_, index) => weekdays[(from + index) % 7] as Weekday)
}

function placeOf(name: string | undefined): number | undefined {
  if (name === undefined || name.length < 2) return undefined
  const place = weekdays.findIndex((day) => name.startsWith(day) || day.startsWith(name))
  return place < 0 ? undefined : place
}

function readSpan(token: string): string | undefined {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = spanToken.exec(token) ?? []
  if (fromHour === undefined || toHour === undefined) return undefined
  const isTime = (hour: string, minute: string) =>
    Number(minute) < 60 && Number(hour) * 60 + Number(minute) <= 24 * 60
  if (!isTime(fromHour, fromMinute) || !isTime(toHour, toMinute) || Number(fromHour) > 23) return undefined
  return `${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`
}
