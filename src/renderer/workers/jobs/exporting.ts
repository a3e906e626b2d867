import { toXlsx, type Workbook } from '@domain/exporting/adapters/xlsx'
import type { ExportColumn } from '@domain/exporting/column'
import { csvPieces } from '@domain/exporting/csv'
import { columnsOfList, importedColumnsIn, issueColumns } from '@domain/exporting/issue-columns'
import { jsonPieces } from '@domain/exporting/json'
import type { Replica } from '@domain/merge/replica'
import { engagementKey } from '@domain/model/engagement'
import type { Instant } from '@domain/model/value'
import { usableZone } from '@domain/time/zone'
import type { IssueRow } from '@domain/triage/as-of'
import type { Report } from '../rpc'
import { FollowedRows } from './followed-rows'

export const exportFormats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportInput {
  readonly engagement: string
  /** Whether only the issues asked for with `want` are wanted, in that order; else all, as they came. */
  readonly onlyWanted: boolean
  /** Ids of the columns wanted, in that order; null for all there are. */
  readonly columns: readonly string[] | null
  readonly format: ExportFormat
  readonly now: Instant
}

/** Large enough to be few, small enough that handing one on takes no time. */
const pieceLength = 1_000_000
const stride = 1_000

/** Makes files of issues. */
export class Exporting {
  private workbook: Workbook | undefined
  private readonly wanted: string[] = []

  /** Adds keys to what is wanted; some at a time, so that handing them over holds nobody up. */
  readonly want = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) this.wanted.push(key)
  }

  /** The file, in pieces. */
  readonly issues = async (input: ExportInput, report: Report): Promise<Uint8Array[]> => {
    report({ step: 'Reading the issues', done: 0, total: 0 })
    this.workbook = undefined
    const replica = await new FollowedRows(input.engagement).upToDate()
    const rows = wantedRows(replica, input.onlyWanted ? this.wanted : null)
    const [people, patches] = [replica.rows('person'), replica.rows('patch')]
    const nameOf = (key: string) => (people.get(key) ?? patches.get(key))?.values.name ?? undefined
    const columns = input.columns
      ? columnsOfList(input.columns, { nameOf })
      : issueColumns({ now: input.now, nameOf, imported: importedColumnsIn(rows) })
    const zone = usableZone(replica.rows('engagement').get(engagementKey)?.values.zone)
    return gathered(this.written(input.format, columns, told(rows, report), zone))
  }

  /** Number of cells of the last workbook that had to be cut, because a spreadsheet holds no longer ones. */
  readonly clippedCells = async (): Promise<number> => this.workbook?.clippedCells() ?? 0

  private written(
    format: ExportFormat,
    columns: readonly ExportColumn<IssueRow>[],
    rows: Iterable<IssueRow>,
    zone: string,
  ): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
    if (format === 'xlsx') {
      this.workbook = toXlsx('Issues', columns, rows, zone)
      return this.workbook.chunks
    }
    const encoder = new TextEncoder()
    const pieces = format === 'csv' ? csvPieces(columns, rows, zone) : jsonPieces(columns, rows)
    return pieces.map((piece) => encoder.encode(piece))
  }
}

function wantedRows(replica: Replica, keys: readonly string[] | null): IssueRow[] {
  const issues = replica.rows('issue')
  const wanted = keys ? keys.flatMap((key) => issues.get(key) ?? []) : [...issues.values()]
  return wanted.filter(({ values }) => values.removed !== true)
}

/** The rows one by one, telling now and then how many have gone by. */
function* told(rows: readonly IssueRow[], report: Report): Generator<IssueRow> {
  let done = 0
  for (const row of rows) {
    if (done++ % stride === 0) report({ step: 'Writing issues', done: done - 1, total: rows.length })
    yield row
  }
  report({ step: 'Writing issues', done, total: rows.length })
}

/** Many small pieces as few larger ones. */
async function gathered(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array[]> {
  const whole: Uint8Array[] = []
  let waiting: Uint8Array[] = []
  let length = 0
  const join = () => {
    const joined = new Uint8Array(length)
    let at = 0
    for (const piece of waiting) {
      joined.set(piece, at)
      at += piece.length
    }
    whole.push(joined)
    waiting = []
    length = 0
  }
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length >= pieceLength) join()
  }
  if (length > 0) join()
  return whole
}
