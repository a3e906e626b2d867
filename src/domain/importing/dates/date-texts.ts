import { type DateText, type DayTime, longestDate, takeDateApart, timeOf } from './date-text'

const colon = ':'
const space = 32
const mostKept = 10_000

/**
 * Takes many dates apart. A file has a hundred thousand moments, but only some hundred days and as many times of day,
 * and each of these is understood once.
 */
export class DateTexts {
  private readonly days = new Map<string, DateText>()
  private readonly times = new Map<string, DayTime | undefined>()

  /** As `takeDateApart` does. */
  takeApart(text: string): DateText | undefined {
    const from = timeIn(text)
    if (from < 0 || text.length > longestDate) return takeDateApart(text)
    const day = text.slice(0, from)
    const known = this.days.get(day)
    if (!known) return this.learn(text, day)
    const time = this.timeOf(text.slice(from))
    return time && known.kind !== 'instant' ? { ...known, time } : takeDateApart(text)
  }

  /** A day is kept when the text without its time is that day by itself, so that the time cannot be part of it. */
  private learn(text: string, day: string): DateText | undefined {
    const date = takeDateApart(text)
    if (!date || date.kind === 'instant' || this.days.size >= mostKept) return date
    const alone = takeDateApart(day)
    if (alone && sameDay(alone, date)) this.days.set(day, alone)
    return date
  }

  private timeOf(text: string): DayTime | undefined {
    let time = this.times.get(text)
    if (time === undefined) {
      time = timeOf(text)
      if (this.times.size < mostKept) this.times.set(text, time)
    }
    return time
  }
}

/** Where `h:mm` or `hh:mm` begins behind a space; -1 where a text has none such. */
function timeIn(text: string): number {
  const at = text.indexOf(colon)
  for (const from of [at - 2, at - 1])
    if (from > 0 && text.charCodeAt(from - 1) === space && isDigit(text.charCodeAt(from))) return from
  return -1
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function sameDay(a: DateText, b: DateText): boolean {
  if (a.kind === 'known' && b.kind === 'known')
    return a.year === b.year && a.month === b.month && a.day === b.day
  return (
    a.kind === 'numeric' &&
    b.kind === 'numeric' &&
    a.shortYear === b.shortYear &&
    a.separator === b.separator &&
    a.numbers.every((number, place) => number === b.numbers[place])
  )
}
