import type { Instant, Value } from '../model/value'
import { endedAt, type IssueRow, phasesOf, raisedAt } from '../triage/as-of'
import { type ListColumn, listColumn } from '../triage/list-columns'
import type { ExportColumn } from './column'

export interface IssueExport {
  /** The age of open issues is counted up to here. */
  readonly now: Instant
  /** Name of the person or the patch with that key. */
  readonly nameOf: (key: string) => string | undefined
  /** Ids of imported columns to add, `column:HEADER`; see `importedColumnsIn`. */
  readonly imported: readonly string[]
}

const tagPrefix = 'tag:'
const importedPrefix = 'column:'
const dayLength = 24 * 60 * 60_000

type Layout = string | ((options: IssueExport) => ExportColumn<IssueRow>)

/** Columns in the order in which somebody reads an issue list; a name stands for the column of the screen's list. */
const layout: readonly Layout[] = [
  'key',
  'title',
  'severity',
  'status',
  'holdReason',
  'class',
  'owner',
  'team',
  'component',
  'processArea',
  'reporter',
  'reporterUnit',
  'channel',
  'usersAffected',
  'raisedAt',
  ({ now }) => ({
    id: 'ageDays',
    label: 'Age (days)',
    kind: 'number',
    width: 10,
    read: (row) => ageOf(row, now),
  }),
  'acknowledgedAt',
  'nextUpdateDue',
  'resolvedAt',
  'closedAt',
  'patch',
  'rescue',
  'origin',
  () => textColumn('workaround', 'Workaround', 50),
  () => textColumn('fixNote', 'Fix note', 50),
  'publish',
  () => textColumn('publicTitle', 'Title for users', 40),
  () => textColumn('publicText', 'Text for users', 50),
  () => textColumn('publicWorkaround', 'Workaround for users', 50),
  () => ({ id: 'tags', label: 'Tags', kind: 'text', width: 24, read: tagsOf }),
  'reportedSeverity',
  'externalSystem',
  'externalKey',
  () => textColumn('externalUrl', 'Tracker address', 40),
  () => textColumn('description', 'Description', 80),
  'conflict',
]

/** The columns of an exported issue list: what the screen's list can show, its long texts, and imported columns. */
export function issueColumns(options: IssueExport): ExportColumn<IssueRow>[] {
  return [...layout, ...options.imported].flatMap((entry) => {
    if (typeof entry !== 'string') return entry(options)
    const column = listColumn(entry)
    return column ? fromList(column, options) : []
  })
}

/** Just these columns of the list, in this order; ids that no row can tell of are left out. */
export function columnsOfList(
  ids: readonly string[],
  options: Pick<IssueExport, 'nameOf'>,
): ExportColumn<IssueRow>[] {
  return ids.flatMap((id) => {
    const column = listColumn(id)
    return column ? fromList(column, options) : []
  })
}

/** Ids of the imported columns that any of the rows has, sorted. */
export function importedColumnsIn(rows: Iterable<IssueRow>): string[] {
  const found = new Set<string>()
  for (const { values } of rows)
    for (const name in values) if (name.startsWith(importedPrefix)) found.add(name)
  return [...found].sort()
}

function fromList(column: ListColumn, { nameOf }: Pick<IssueExport, 'nameOf'>): ExportColumn<IssueRow> {
  const { id, label, words } = column
  const read = (row: IssueRow): Value => {
    const value = column.read(row)
    if (value === null || typeof value === 'number') return value
    if (column.kind === 'person' || id === 'patch') return nameOf(String(value)) ?? value
    return words?.[String(value)] ?? value
  }
  if (column.kind === 'instant') return { id, label, kind: 'instant', width: 18, read }
  if (column.kind === 'number') return { id, label, kind: 'number', width: 10, read }
  return { id, label, kind: 'text', width: id === 'title' ? 60 : 18, read }
}

type TextField =
  | 'workaround'
  | 'fixNote'
  | 'publicTitle'
  | 'publicText'
  | 'publicWorkaround'
  | 'externalUrl'
  | 'description'

function textColumn(id: TextField, label: string, width: number): ExportColumn<IssueRow> {
  return { id, label, kind: 'text', width, read: (row) => row.values[id] ?? null }
}

function tagsOf({ values }: IssueRow): string | null {
  const tags = Object.entries(values).filter(([name, value]) => name.startsWith(tagPrefix) && value === true)
  return tags.length === 0
    ? null
    : tags
        .map(([name]) => name.slice(tagPrefix.length))
        .sort()
        .join(', ')
}

/** Days from being raised to its end, or to now, to one decimal. */
function ageOf(row: IssueRow, now: Instant): number {
  const end = endedAt(phasesOf(row), now) ?? now
  return Math.round(((end - raisedAt(row)) / dayLength) * 10) / 10
}
