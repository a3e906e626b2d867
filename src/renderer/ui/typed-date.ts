import { Temporal } from 'temporal-polyfill'

/**
 * Days and times as people type and read them: `23 Nov 2026, 13:35`, with the month in letters. Stored beside it
 * as `2026-11-23`, or `2026-11-23T13:35` with a time.
 */

export type TypedDate = { readonly value: string } | { readonly problem: string }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const firstYear = 1900
const lastYear = 2100

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+/
const clockTime = /(?:\s*[t,]\s*|\s+)(\d{1,2}):(\d{2})$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const monthInLetters = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]*([a-z]{3,9})[\s.,/-]*(\d{4}|\d{2})$/
const monthBeforeDay = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4})$/
const numbersOnly = /^(\d{1,2})\s*([./ -])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** `23 Nov 2026`, or `23 Nov 2026, 13:35`; '' for ''. */
export function dateText(value: string): string {
  const [day = '', time] = value.split('T')
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return ''
  const said = dayText({ year, month, day: date })
  return time === undefined ? said : `${said}, ${time.slice(0, 5)}`
}

/** What typed text says; '' where nothing is typed. Numbers that could be two days are no date, never a guess. */
export function readDate(typed: string, withTime: boolean): TypedDate {
  const example = withTime ? '23 Nov 2026, 13:35' : '23 Nov 2026'
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(weekday, '')
  if (text === '') return { value: '' }
  const time = clockTime.exec(text)
  if (Boolean(time) !== withTime)
    return { problem: `${withTime ? 'A day with its time' : 'A day without a time'}, such as ${example}` }
  const read = readDay(time ? text.slice(0, time.index) : text)
  if (read === undefined) return { problem: `Such as ${example}` }
  if ('problem' in read) return read
  if (read.year < firstYear || read.year > lastYear)
    return { problem: `A year from ${firstYear} to ${lastYear}` }
  try {
    const day = Temporal.PlainDate.from(read, { overflow: 'reject' }).toString()
    if (!time) return { value: day }
    const clock = { hour: Number(time[1]), minute: Number(time[2]) }
    const minute = Temporal.PlainTime.from(clock, { overflow: 'reject' })
    return { value: `${day}T${minute.toString({ smallestUnit: 'minute' })}` }
  } catch {
    return { problem: `There is no ${dayText(read)}${time ? `, ${time[1]}:${time[2]}` : ''}` }
  }
}

const units = ['days', 'months', 'years', 'hours', 'minutes'] as const

/** Where each part of a shown date stands in its text: day, month, year, and hour and minute if it has them. */
export function datePlaces(text: string): readonly (readonly [from: number, to: number])[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: part }) => [index, index + part.length])
}

/** The same date with one part, numbered as in `datePlaces`, moved by one; the month's end stays within it. */
export function stepDate(value: string, part: number, by: 1 | -1): string {
  const unit = units[part] ?? 'days'
  return value.includes('T')
    ? Temporal.PlainDateTime.from(value)
        .add({ [unit]: by })
        .toString({ smallestUnit: 'minute' })
    : Temporal.PlainDate.from(value)
        .add({ [unit]: by })
        .toString()
}

function readDay(text: string): Day | { readonly problem: string } | undefined {
  const iso = yearFirst.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const letters = monthInLetters.exec(text)
  if (letters) return inLetters(letters[1], letters[2], letters[3])
  const american = monthBeforeDay.exec(text)
  if (american) return inLetters(american[2], american[1], american[3])
  const numbers = numbersOnly.exec(text)
  if (!numbers) return undefined
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), fullYear(numbers[4])]
  const dayFirst = { year, month: second, day: first }
  const monthFirst = { year, month: first, day: second }
  // Nobody writes the month first between dots.
  if (numbers[2] === '.' || first === second || first > 12) return dayFirst
  if (second > 12) return monthFirst
  return { problem: `Write the month in letters: ${dayText(dayFirst)} or ${dayText(monthFirst)}` }
}

function inLetters(day: string | undefined, name: string | undefined, year: string | undefined) {
  const word = name ?? ''
  const known = fullMonths.findIndex((month) => month.startsWith(word))
  return known < 0 ? undefined : { year: fullYear(year), month: known + 1, day: Number(day) }
}

function fullYear(year: string | undefined): number {
  const number = Number(year)
  return year?.length === 2 ? 2000 + number : number
}

function dayText({ year, month, day }: Day): string {
  return `${day} ${months[month - 1] ?? month} ${year}`
}
