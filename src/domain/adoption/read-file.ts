import { type DateCell, settleDates } from '../importing/date-columns'
import type { DateOrder } from '../importing/dates/date-text'
import { DateTexts } from '../importing/dates/date-texts'
import { LocalTime } from '../importing/dates/local-instant'
import type { Quarantined } from '../importing/draft'
import { type Progress, report } from '../importing/progress'
import { isNothing, type RecordRow, type Table } from '../importing/table'
import { kindOfFile, type UsageColumn, UsageColumns } from './columns'
import { DayTexts } from './day-texts'
import type { AdoptionDraft } from './draft'
import { LicenceGathering } from './gather-licences'
import { UsageGathering } from './gather-usage'
import type { Cells, Gathering, Problem } from './gathering'
import type { LeftOut } from './who-signed-in'

export interface ReadContext extends Progress {
  readonly name: string
  /** The engagement's: times without a zone are in it, and days are its days. */
  readonly zone: string
  readonly dateOrder?: DateOrder | undefined
}

/**
 * What a table says about use. Nothing is guessed: a record that cannot be read is set aside, and days that could be two
 * become a question.
 * @throws ImportProblem for columns that are none of these files', and `stopped` when asked to stop.
 */
export function readUsage(table: Table, context: ReadContext): AdoptionDraft {
  const columns = new UsageColumns(table)
  const kind = kindOfFile(context.name, table, columns)
  const when = kind === 'sign-ins' ? 'signedInAt' : kind === 'usage' ? 'day' : 'lastSignIn'
  const index = columns.place(when)
  const dates = settleDates(
    table.records,
    index < 0 ? [] : [{ header: columns.header(when), index }],
    context.dateOrder,
    new DateTexts(),
    new LocalTime(context.zone),
  )
  const leftOut: Record<LeftOut, number> = { failed: 0, api: 0, integration: 0 }
  const quarantined: Quarantined[] = []
  const gathering: Gathering = kind === 'licences' ? new LicenceGathering() : new UsageGathering(kind)
  if (dates.questions.length === 0) {
    const cells = new RecordCells(columns, when, dates.cells.get(index), new DayTexts(context.zone))
    for (const [place, record] of table.records.entries()) {
      report(context, place, table.records.length)
      const { number, problem } = record
      const found =
        problem === undefined ? gathering.add(cells.at(record, place)) : { column: null, reason: problem }
      if (typeof found === 'string') leftOut[found]++
      else if (found) quarantined.push({ record: number, ...found })
    }
  }
  return {
    kind,
    records: table.records.length,
    ...gathering.result(),
    leftOut,
    quarantined,
    questions: dates.questions,
    notes: dates.notes,
  }
}

/** One record after the other, without an object for each of half a million. */
class RecordCells implements Cells {
  private record: RecordRow | undefined
  private place = 0

  constructor(
    private readonly columns: UsageColumns,
    private readonly when: UsageColumn,
    private readonly dates: readonly (DateCell | undefined)[] | undefined,
    private readonly days: DayTexts,
  ) {}

  at(record: RecordRow, place: number): this {
    this.record = record
    this.place = place
    return this
  }

  readonly text = (column: UsageColumn): string => {
    const cell = this.columns.cell(this.record?.cells ?? [], column)
    return isNothing(cell) ? '' : cell.trim()
  }

  readonly header = (column: UsageColumn): string => this.columns.header(column)

  get hasDay(): boolean {
    return this.dates?.[this.place] !== undefined
  }

  get day(): { readonly day: string } | Problem {
    const date = this.dates?.[this.place]
    const column = this.columns.header(this.when)
    if (date === undefined) return { column, reason: 'it says no day' }
    return typeof date === 'number' ? { day: this.days.dayOf(date) } : { column, reason: date }
  }
}
