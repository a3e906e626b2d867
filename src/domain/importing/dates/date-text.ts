import type { Instant } from '../../model/value'
import { monthByName } from './month-names'

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Time of day in milliseconds, and the offset from UTC in minutes where the text names one. */
export interface DayTime {
  readonly ms: number
  readonly offset: number | undefined
}

/** What a text says about a moment before it is settled which number is the day and which the month. */
export type DateText =
  | { readonly kind: 'instant'; readonly at: Instant }
  | {
      readonly kind: 'known'
      readonly year: number
      readonly month: number
      readonly day: number
      readonly time: DayTime
    }
  | {
      readonly kind: 'numeric'
      readonly numbers: readonly [number, number, number]
      readonly shortYear: boolean
      readonly separator: string
      readonly time: DayTime
    }

/** A moment, a wall time (milliseconds as if in UTC) still to be placed in a zone, or why neither can be told. */
export type ReadDate = { readonly at: Instant } | { readonly wall: number } | { readonly problem: string }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const midnight: DayTime = { ms: 0, offset: undefined }
/** Longer texts are no dates. */
export const longestDate = 80
const earliestYear = 1900
const latestYear = 2100
/** Two-digit years from here on are of the last century. */
const shortYearPivot = 70

const numericPattern =
  /^(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})(?:\.?,?(?:T|\s+(?:um\s+|at\s+|à\s+|a las\s+|alle\s+)?)(\S.*))?$/iu
const dayFirstPattern =
  /^(\d{1,4})(?:st|nd|rd|th|er|º)?[-/.\s]+(?:de\s+)?(\p{L}+)\.?[-/,.\s]+(?:de\s+)?(\d{1,4})(?:,?\s+(?:um\s+|at\s+|à\s+)?(\S.*))?$/iu
const monthFirstPattern =
  /^(\p{L}+)\.?[-/\s]+(\d{1,2})(?:st|nd|rd|th)?[-/,\s]+(\d{2,4})(?:,?\s+(?:at\s+)?(\S.*))?$/iu
const timePattern =
  /^(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?(?:\s*Uhr)?\s*(am|pm|a\.\s?m\.?|p\.\s?m\.?|vorm\.?|nachm\.?)?\s*(z|utc|gmt|[a-z]{3,4}|(?:utc|gmt)?\s?[+-]\d{1,2}(?::?\d{2})?)?(?:\s*\(.*\))?$/iu
/** What Java and Unix print by themselves: `Tue Aug 04 09:12:13 CEST 2026`. */
const yearLastPattern = /^(\p{L}+) (\d{1,2}) (\d{1,2}:\d{2}:\d{2}(?: \S+)?) (\d{4})$/u
const zoneNames: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
}

/** Takes a date apart; undefined when the text is none. */
export function takeDateApart(raw: string): DateText | undefined {
  const text = raw.trim().replace(/[\u00a0\u202f]/g, ' ')
  if (text.length < 5 || text.length > longestDate) return undefined
  const numeric = numericPattern.exec(text)
  if (numeric) return fromNumeric(numeric)
  if (/^\d/.test(text) && /^\d[\d.,]*$|^\d{8}T\d{6}/.test(text)) return fromDigits(text)
  return fromNamed(text.replace(/^\p{L}{2,10}\.?,?\s+(?=\d|\p{L}+\.?\s+\d)/u, '')) ?? fromNamed(text)
}

/** Settles a date under an order of day and month. */
export function settleDate(date: DateText, order: DateOrder, text: string): ReadDate {
  const raw = text.trim()
  if (date.kind === 'instant') return { at: date.at }
  if (date.kind === 'known') return wallOf(date.year, date.month, date.day, date.time, raw)
  const [first, second, third] = date.numbers
  if (order === 'ymd') {
    if (!date.shortYear) return { problem: `“${raw}” does not begin with a year` }
    return wallOf(wholeYear(first), second, third, date.time, raw)
  }
  const year = date.shortYear ? wholeYear(third) : third
  const [dayOfMonth, month] = order === 'dmy' ? [first, second] : [second, first]
  if (month > 12 && dayOfMonth <= 12) {
    return {
      problem: `“${raw}” has no month ${month}, read as ${order === 'dmy' ? 'day/month/year' : 'month/day/year'}`,
    }
  }
  return wallOf(year, month, dayOfMonth, date.time, raw)
}

function fromNumeric(match: RegExpExecArray): DateText | undefined {
  const [, a = '', separator = '', b = '', c = '', rest] = match
  const time = rest === undefined ? midnight : timeOf(rest)
  if (!time) return undefined
  if (a.length > 2) {
    if (a.length !== 4 || c.length > 2) return undefined
    return { kind: 'known', year: Number(a), month: Number(b), day: Number(c), time }
  }
  if (c.length !== 2 && c.length !== 4) return undefined
  return {
    kind: 'numeric',
    numbers: [Number(a), Number(b), Number(c)],
    shortYear: c.length === 2,
    separator,
    time,
  }
}

/** Digits only: a spreadsheet's day number, seconds or milliseconds since 1970, or a date without separators. */
function fromDigits(text: string): DateText | undefined {
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) {
    const wall = Math.round((Number(text.replace(',', '.')) - 25_569) * (day / 1_000)) * 1_000
    const date = new Date(wall)
    const time: DayTime = { ms: ((wall % day) + day) % day, offset: undefined }
    return {
      kind: 'known',
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      time,
    }
  }
  if (/^1\d{9}(?:\.\d+)?$/.test(text)) return { kind: 'instant', at: Math.round(Number(text) * 1_000) }
  if (/^1\d{12}$/.test(text)) return { kind: 'instant', at: Number(text) }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/.exec(text)
  if (!compact) return undefined
  const [, year, month, dayOfMonth, hours = '0', minutes = '0', seconds = '0'] = compact
  const ms = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * 1_000
  if (ms >= day) return undefined
  return {
    kind: 'known',
    year: Number(year),
    month: Number(month),
    day: Number(dayOfMonth),
    time: { ms, offset: undefined },
  }
}

function fromNamed(written: string): DateText | undefined {
  const text = written.replace(yearLastPattern, '$1 $2 $4 $3')
  const dayFirst = dayFirstPattern.exec(text)
  if (dayFirst) {
    const [, a = '', name = '', c = '', rest] = dayFirst
    const month = monthByName(name)
    const time = rest === undefined ? midnight : timeOf(rest)
    if (!month || !time) return undefined
    if (a.length === 4) return { kind: 'known', year: Number(a), month, day: Number(c), time }
    if (a.length > 2 || (c.length !== 2 && c.length !== 4)) return undefined
    return { kind: 'known', year: yearOf(c), month, day: Number(a), time }
  }
  const monthFirst = monthFirstPattern.exec(text)
  if (!monthFirst) return undefined
  const [, name = '', dayOfMonth = '', year = '', rest] = monthFirst
  const month = monthByName(name)
  const time = rest === undefined ? midnight : timeOf(rest)
  if (!month || !time || year.length === 3) return undefined
  return { kind: 'known', year: yearOf(year), month, day: Number(dayOfMonth), time }
}

export function timeOf(text: string): DayTime | undefined {
  const match = timePattern.exec(text)
  if (!match) return undefined
  const [, hours = '', minutes, seconds = '0', fraction = '', half, zone] = match
  if (minutes === undefined && half === undefined) return undefined
  let hourOfDay = Number(hours)
  if (half !== undefined) {
    if (hourOfDay < 1 || hourOfDay > 12) return undefined
    hourOfDay = (hourOfDay % 12) + (/^[pn]/i.test(half) ? 12 : 0)
  }
  if (hourOfDay > 23 || Number(minutes ?? 0) > 59 || Number(seconds) > 59) return undefined
  const ms =
    hourOfDay * hour +
    Number(minutes ?? 0) * minute +
    Number(seconds) * 1_000 +
    Number(fraction.padEnd(3, '0').slice(0, 3))
  if (zone === undefined) return { ms, offset: undefined }
  const offset = offsetOf(zone.toLowerCase())
  return offset === undefined ? undefined : { ms, offset }
}

function offsetOf(zone: string): number | undefined {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!numeric) return Object.hasOwn(zoneNames, zone) ? zoneNames[zone] : undefined
  const [, sign, hours, minutes = '0'] = numeric
  const size = Number(hours) * 60 + Number(minutes)
  if (size > 18 * 60) return undefined
  return sign === '-' ? -size : size
}

function wallOf(year: number, month: number, dayOfMonth: number, time: DayTime, raw: string): ReadDate {
  if (year < earliestYear || year > latestYear)
    return { problem: `“${raw}” has the year ${year}, which cannot be right` }
  const start = Date.UTC(year, month - 1, dayOfMonth)
  const date = new Date(start)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth)
    return { problem: `“${raw}” is not a day that exists` }
  return instantOrWall(start, time)
}

/** A time of a day that begins at a wall time. */
export function instantOrWall(start: number, { ms, offset }: DayTime): ReadDate {
  const wall = start + ms
  return offset === undefined ? { wall } : { at: wall - offset * minute }
}

function yearOf(text: string): number {
  return text.length === 2 ? wholeYear(Number(text)) : Number(text)
}

function wholeYear(short: number): number {
  return short < shortYearPivot ? 2000 + short : 1900 + short
}
