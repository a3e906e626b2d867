import type { Instant } from '../model/value'
import { type AuditRow, foldHistory } from './audit'
import { columnsOf } from './columns'
import { stampsIn } from './comments'
import { type DateColumn, settleDates } from './date-columns'
import type { DateOrder } from './dates/date-text'
import { DateTexts } from './dates/date-texts'
import { LocalTime } from './dates/local-instant'
import type { Interpretation, IssueDraft, Quarantined, Question } from './draft'
import { count } from './layout'
import { LooseDates, looseDateOrder } from './loose-dates'
import { type ColumnMapping, targetOf } from './mapping'
import { type Progress, report } from './progress'
import { RecordReader } from './read-record'
import type { RecordRow, Table } from './table'
import { isDateTarget } from './targets'
import { trackerOf } from './trackers'

export type { Interpretation } from './draft'

export interface InterpretContext extends Progress {
  /** The engagement's time zone: where times without a zone are. */
  readonly zone: string
  readonly dateOrder?: DateOrder | undefined
  readonly now: Instant
}

/**
 * What a table says under a mapping. Nothing is guessed: a record that cannot be read is quarantined, and dates
 * that could be two days become a question.
 * @throws ImportProblem `stopped` when asked to stop.
 */
export function interpret(table: Table, mapping: ColumnMapping, context: InterpretContext): Interpretation {
  const localTime = new LocalTime(context.zone)
  const dateColumns = columnsOf(table).flatMap(({ header, indexes }): DateColumn[] => {
    const target = targetOf(mapping, header)
    return target !== null && isDateTarget(target) ? [{ header, index: indexes[0] ?? 0 }] : []
  })
  const texts = new DateTexts()
  const told = context.dateOrder ?? mapping.dateOrder
  const dates = settleDates(table.records, dateColumns, told, texts, localTime)
  const questions = [...columnQuestions(table, mapping), ...dates.questions]
  const looseOrder = dates.order ?? looseDateOrder(commentStamps(table, mapping), texts)
  const looseDates = new LooseDates(texts, looseOrder, localTime)
  const reader = new RecordReader(table, mapping, dates.cells, looseDates.instantOf)
  const read = questions.length > 0 ? nothingRead : readAll(table, mapping, reader, context)
  return {
    source: mapping.source,
    system: mapping.system,
    label: mapping.source === 'table' ? mapping.system : trackerOf(mapping.source).label,
    drafts: read.drafts,
    quarantined: read.quarantined,
    questions,
    records: table.records.length,
    folded: read.folded,
    people: reader.people,
    spokenFields: reader.spokenFields,
    speaksOfTags: reader.speaksOfTags,
    notes: [...dates.notes, ...read.notes],
  }
}

interface ReadRecords {
  readonly drafts: readonly IssueDraft[]
  readonly quarantined: readonly Quarantined[]
  readonly folded: number
  readonly notes: readonly string[]
}

const nothingRead: ReadRecords = { drafts: [], quarantined: [], folded: 0, notes: [] }

/** Without a column that says what an issue is, every record would be an empty one. */
function columnQuestions(table: Table, mapping: ColumnMapping): Question[] {
  const telling = table.headers.some((header) =>
    ['externalKey', 'title', 'description'].includes(targetOf(mapping, header) ?? ''),
  )
  return telling ? [] : [{ kind: 'columns', column: null, examples: table.headers.slice(0, 40) }]
}

function* commentStamps(table: Table, mapping: ColumnMapping): Generator<string> {
  const places = columnsOf(table).flatMap(({ header, indexes }) =>
    targetOf(mapping, header) === 'comments' ? indexes : [],
  )
  for (const { cells } of table.records) for (const place of places) yield* stampsIn(cells[place] ?? '')
}

function readAll(
  table: Table,
  mapping: ColumnMapping,
  reader: RecordReader,
  progress: Progress,
): ReadRecords {
  return mapping.source === 'servicenow-audit'
    ? readUpdates(table, reader, progress)
    : readIssues(table, reader, progress)
}

/** One record, one issue. */
function readIssues({ records }: Table, reader: RecordReader, progress: Progress): ReadRecords {
  const drafts: IssueDraft[] = []
  const quarantined: Quarantined[] = []
  const firstRows = new Map<string, RecordRow>()
  let folded = 0
  let backwards = 0
  let done = 0
  for (const row of records) {
    report(progress, ++done, records.length)
    const reading = reader.read(row)
    if ('reason' in reading) {
      quarantined.push({ record: row.number, ...reading })
      continue
    }
    const first = firstRows.get(reading.key)
    if (first) {
      if (sameCells(first, row)) folded++
      else quarantined.push(repeated(first, row, reader.identity?.header ?? null, reading.fields.externalKey))
      continue
    }
    firstRows.set(reading.key, row)
    if (endsBeforeItBegins(reading)) backwards++
    const { key, title, fields, ending, comments } = reading
    drafts.push({ record: row.number, key, title, fields, ending, comments, history: undefined })
  }
  const notes: string[] = []
  if (folded > 0) notes.push(`${count(folded, 'record')} repeated word for word and counted once.`)
  if (backwards > 0)
    notes.push(`${count(backwards, 'issue')} resolved or closed before being raised; kept as they came.`)
  return { drafts, quarantined, folded, notes }
}

/** Many records, one issue: read and folded issue by issue, so that a long history is never in memory as a whole. */
function readUpdates({ records }: Table, reader: RecordReader, progress: Progress): ReadRecords {
  const rowsOf = new Map<string, RecordRow[]>()
  const place = reader.identity?.indexes[0] ?? 0
  for (const row of records) {
    const number = (row.cells[place] ?? '').trim()
    const rows = rowsOf.get(number)
    if (rows) rows.push(row)
    else rowsOf.set(number, [row])
  }
  const drafts: IssueDraft[] = []
  const quarantined: Quarantined[] = []
  let done = 0
  for (const rows of rowsOf.values()) {
    const updates: AuditRow[] = []
    for (const row of rows) {
      report(progress, ++done, records.length)
      const reading = reader.read(row)
      if ('reason' in reading) quarantined.push({ record: row.number, ...reading })
      else updates.push({ record: row.number, reading })
    }
    if (updates.length > 0) drafts.push(foldHistory(updates))
  }
  quarantined.sort((a, b) => a.record - b.record)
  return { drafts, quarantined, folded: 0, notes: [] }
}

function sameCells(a: RecordRow, b: RecordRow): boolean {
  return a.cells.every((cell, index) => cell === b.cells[index])
}

function repeated(
  first: RecordRow,
  row: RecordRow,
  column: string | null,
  externalKey: unknown,
): Quarantined {
  return {
    record: row.number,
    column,
    reason: `“${String(externalKey)}” is already in record ${first.number}, with different content`,
  }
}

function endsBeforeItBegins({ fields, ending }: Pick<IssueDraft, 'fields' | 'ending'>): boolean {
  const end = ending?.resolvedAt ?? ending?.closedAt
  return typeof end === 'number' && typeof fields.raisedAt === 'number' && end < fields.raisedAt
}
