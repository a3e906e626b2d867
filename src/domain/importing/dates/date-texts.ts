import { type DateText, type DayTime, longestDate, takeDateApart, timeOf } from './date-text'

/** A date as its day, which many share, and its time of day; without one the day says all there is. */
export interface TakenDate {
  readonly day: DateText
  readonly time: DayTime | undefined
}

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
  /** Dates without a time of day, or whose time cannot be told apart. */
  private readonly wholes = new Map<string, TakenDate>()

  /** What `takeDateApart` finds. */
  takeApart(text: string): TakenDate | undefined {
    const from = timeIn(text)
    if (from < 0 || text.length > longestDate) return this.whole(text)
    const written = text.slice(0, from)
    const day = this.days.get(written) ?? this.learn(text, written)
    const time = day && this.timeOf(text.slice(from))
    return time ? { day, time } : this.whole(text)
  }

  /** A day is kept when the text without its time is that day by itself, so that the time cannot be part of it. */
  private learn(text: string, written: string): DateText | undefined {
    const date = this.days.size < mostKept ? takeDateApart(text) : undefined
    const alone = date && takeDateApart(written)
    if (!alone || !sameDay(alone, date)) return undefined
    this.days.set(written, alone)
    return alone
  }

  private whole(text: string): TakenDate | undefined {
    const known = this.wholes.get(text)
    if (known) return known
    const day = takeDateApart(text)
    if (!day) return undefined
    const date = { day, time: undefined }
    if (this.wholes.size < mostKept) this.wholes.set(text, date)
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

/** A date that was taken apart as `takeDateApart` finds it. */
export function wholeDate({ day, time }: TakenDate): DateText {
  return time && day.kind !== 'instant' ? { ...day, time } : day
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
