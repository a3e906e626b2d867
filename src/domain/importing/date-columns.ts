import { type OrderEvidence, weighDateOrder } from './dates/date-order'
import type { DateOrder, DateText } from './dates/date-text'
import type { DateTexts, TakenDate } from './dates/date-texts'
import { type DateCell, DaySettling } from './dates/day-settling'
import type { LocalTime } from './dates/local-instant'
import type { Question } from './draft'
import { isNothing, type RecordRow } from './table'

export type { DateCell } from './dates/day-settling'

export interface DateColumn {
  readonly header: string
  readonly index: number
}

export interface SettledDates {
  /** By the index of each date column, what each record's cell says. Without a column that is in question. */
  readonly cells: ReadonlyMap<number, readonly (DateCell | undefined)[]>
  /** The order found for the file, for dates outside of columns (in comments). */
  readonly order: DateOrder | undefined
  readonly questions: readonly Question[]
  readonly notes: readonly string[]
}

const orderNames: Readonly<Record<DateOrder, string>> = {
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  ymd: 'year/month/day',
}

/**
 * Settles for every date column which number is the day: as told, else as the column itself proves, else as the
 * file's other columns prove; else it is asked.
 */
export function settleDates(
  records: readonly RecordRow[],
  columns: readonly DateColumn[],
  told: DateOrder | undefined,
  dates: DateTexts,
  localTime: LocalTime,
): SettledDates {
  const taken = takeColumnsApart(records, columns, dates)
  const weighed = taken.map((column) => ({ ...column, evidence: evidenceOf(column.days, told) }))
  const proofs = weighed.flatMap(({ evidence }) => (evidence.why === 'proved' ? [evidence] : []))
  const proved = new Set(proofs.map(({ order }) => order))
  // Dates written in another way come from somewhere else, and prove nothing for these.
  const provedWith = new Set(proofs.flatMap(({ separators }) => [...separators]))
  const common = proved.size === 1 ? [...proved][0] : undefined
  const notes: string[] = []
  const questions: Question[] = []
  const cells = new Map<number, readonly (DateCell | undefined)[]>()
  for (const { header, index, each, evidence } of weighed) {
    const alike = [...evidence.separators].every((separator) => provedWith.has(separator))
    const order = evidence.order ?? (evidence.why === 'undecided' && alike ? common : undefined)
    if (!order) {
      questions.push({ kind: 'date-order', column: header, examples: evidence.examples })
      continue
    }
    if (evidence.why === 'undecided')
      notes.push(`Dates in “${header}” read as ${orderNames[order]}, as the other date columns prove.`)
    if (evidence.why === 'written-with-dots')
      notes.push(`Dates in “${header}” read as day.month.year, the only order written with dots.`)
    cells.set(index, readAll(records, index, each, new DaySettling(order, localTime)))
  }
  return { cells, order: told ?? common, questions, notes }
}

function evidenceOf(days: ReadonlyMap<DateText, string>, told: DateOrder | undefined): OrderEvidence {
  if (told) return { order: told, examples: [], separators: new Set(), why: 'nothing-to-misread' }
  return weighDateOrder([...days].map(([day, raw]) => [raw, day]))
}

interface TakenColumn extends DateColumn {
  /** Every day, with the first text that names it. */
  readonly days: Map<DateText, string>
  /** Per record; `absent` where there is no date to read, undefined where the text is none. */
  readonly each: (TakenDate | typeof absent | undefined)[]
}

const absent = 'absent'

/** All columns of a record at once: to come back to it for each takes longer than the dates do. */
function takeColumnsApart(
  records: readonly RecordRow[],
  columns: readonly DateColumn[],
  dates: DateTexts,
): readonly TakenColumn[] {
  const taken = columns.map((column): TakenColumn => ({ ...column, days: new Map(), each: [] }))
  for (const { cells, problem } of records) {
    for (const { index, days, each } of taken) {
      const raw = cells[index] ?? ''
      const date = problem === undefined && !isNothing(raw) ? dates.takeApart(raw) : absent
      if (date && date !== absent && !days.has(date.day)) days.set(date.day, raw)
      each.push(date)
    }
  }
  return taken
}

function readAll(
  records: readonly RecordRow[],
  index: number,
  each: TakenColumn['each'],
  settling: DaySettling,
): (DateCell | undefined)[] {
  return each.map((date, at) => {
    if (date === absent) return undefined
    const raw = records[at]?.cells[index] ?? ''
    return date ? settling.cellOf(date, raw) : `“${shortened(raw)}” is not a date`
  })
}

export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
