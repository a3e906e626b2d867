import type { DateOrder, DateText } from './date-text'

/** What the dates of one column say about which number is the day. */
export interface OrderEvidence {
  /** The order that the column itself proves, or any order when it has no date that could be misread. */
  readonly order: DateOrder | undefined
  /** Dates that could be either, or that contradict each other; empty when there is nothing to ask. */
  readonly examples: readonly string[]
  /** What stands between the numbers, in dates that could be either. */
  readonly separators: ReadonlySet<string>
  readonly why: 'proved' | 'nothing-to-misread' | 'written-with-dots' | 'undecided' | 'contradiction'
}

const mostExamples = 3

/** Weighs the distinct dates of a column. Numbers above twelve are days; everything else is silence. */
export function weighDateOrder(dates: Iterable<readonly [raw: string, date: DateText]>): OrderEvidence {
  const dayFirst: string[] = []
  const monthFirst: string[] = []
  const either: string[] = []
  const yearFirst: string[] = []
  const separators = new Set<string>()
  const shortYears: DateText[] = []
  let yearFirstPastTwelve = false
  for (const [raw, date] of dates) {
    if (date.kind === 'instant') continue
    if (date.kind === 'known') {
      if (!/^\s*(?:\d{4}-|\d{5}(?:[.,]|\s*$))/.test(raw)) continue
      yearFirst.push(raw)
      if (date.day > 12) yearFirstPastTwelve = true
      continue
    }
    const [first, second] = date.numbers
    if (first > 12 && second > 12) continue
    separators.add(date.separator)
    if (date.shortYear) shortYears.push(date)
    if (first > 12) dayFirst.push(raw)
    else if (second > 12) monthFirst.push(raw)
    else if (first !== second) either.push(raw)
  }
  const contradiction = (examples: readonly string[]): OrderEvidence => ({
    order: undefined,
    examples,
    separators,
    why: 'contradiction',
  })
  if (dayFirst.length > 0 && monthFirst.length > 0) {
    return contradiction([...dayFirst.slice(0, 1), ...monthFirst.slice(0, 1), ...either.slice(0, 1)])
  }
  const certain = [...dayFirst, ...monthFirst]
  // A spreadsheet program turns the dates it can misread into its own (a day number, or the year first when read
  // from a workbook) and leaves the others as text.
  const resaved = yearFirst.length > 0 && !yearFirstPastTwelve && certain.length + either.length > 0
  if (resaved || (separators.size > 1 && either.length > 0)) {
    return contradiction([...yearFirst.slice(0, 1), ...certain.slice(0, 1), ...either.slice(0, 1)])
  }
  if (shortYears.length === dayFirst.length && mayBeginWithYear(shortYears))
    return { order: undefined, examples: dayFirst.slice(0, mostExamples), separators, why: 'undecided' }
  if (dayFirst.length > 0) return { order: 'dmy', examples: [], separators, why: 'proved' }
  if (monthFirst.length > 0) return { order: 'mdy', examples: [], separators, why: 'proved' }
  if (either.length === 0) return { order: 'dmy', examples: [], separators, why: 'nothing-to-misread' }
  if (separators.has('.')) return { order: 'dmy', examples: [], separators, why: 'written-with-dots' }
  return { order: undefined, examples: either.slice(0, mostExamples), separators, why: 'undecided' }
}

/** In `26-08-04`, `26-08-31` the first number stands still while the last moves, as a year and a day do. */
function mayBeginWithYear(dates: readonly DateText[]): boolean {
  const different = (place: 0 | 2) =>
    new Set(dates.map((date) => (date.kind === 'numeric' ? date.numbers[place] : undefined))).size
  return different(0) < different(2)
}
