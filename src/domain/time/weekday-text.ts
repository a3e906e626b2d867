import { type Weekday, weekdays } from '../model/engagement'

const groups: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  weekdays: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
}

/** Reads `Tue, Thu`, `daily`, `Mon-Fri`, `Mondays and Thursdays`. Undefined where it says anything else, or nothing. */
export function readWeekdays(words: string): ReadonlySet<Weekday> | undefined {
  const days = new Set<Weekday>()
  for (const word of words.toLowerCase().split(/[\s,;/&+]+|\band\b/u)) {
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

/** `Tue, Thu`, in the order of the week. */
export function weekdaysText(days: ReadonlySet<Weekday>): string {
  return weekdays
    .filter((day) => days.has(day))
    .map((day) => day.charAt(0).toUpperCase() + day.slice(1))
    .join(', ')
}
