import type { IssueStatus, Severity } from '@domain/model/issue'
import type { Value } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import { type ListColumn, listColumn } from '@domain/triage/list-columns'
import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { Mark } from '../../ui/mark'
import { severityLooks, statusLooks } from '../../view-state/marks'
import type { ColumnNames } from '../../view-state/use-column-names'
import { DueCell } from './due-cell'

export const tableFeaturesUsed = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
})

/** One line of the table. The revision makes a changed row a different line. */
export interface Line {
  readonly row: IssueRow
  readonly revision: number
  /** Place among all lines that match. */
  readonly index: number
}

export type IssueColumn = ColumnDef<typeof tableFeaturesUsed, Line, unknown>

export interface CellContext extends ColumnNames {
  readonly instantText: (instant: number) => string
}

/** Shown like a column of the list, but told by the clocks: it can be neither sorted nor filtered by. */
export const nextDueColumn = { id: 'nextDue', label: 'Next due' } as const

/** What a column is called; undefined where there is no such column. */
export function shownColumnLabel(id: string): string | undefined {
  return id === nextDueColumn.id ? nextDueColumn.label : listColumn(id)?.label
}

const widths: Readonly<Record<string, number>> = {
  key: 100,
  title: 240,
  severity: 82,
  status: 112,
  class: 126,
  owner: 124,
  team: 104,
  component: 128,
  usersAffected: 112,
}
const kindWidths: Readonly<Record<ListColumn['kind'], number>> = {
  text: 140,
  choice: 130,
  person: 128,
  number: 100,
  instant: 132,
  flag: 96,
}

/** Whether a column holds figures or times, whose digits stand below each other. */
export function isNumeric(id: string): boolean {
  const kind = listColumn(id)?.kind
  return kind === 'instant' || kind === 'number'
}

/** Whether nothing that a column of this width in CSS pixels shows is ever cut off: its words are known and short. */
export function holdsItsWords(id: string, width: number): boolean {
  const column = listColumn(id)
  return column?.words !== undefined && width >= ownWidth(column)
}

/** The table's columns for these ids; unknown ones are left out. */
export function tableColumns(ids: readonly string[], context: CellContext): IssueColumn[] {
  return ids.flatMap((id) => {
    if (id === nextDueColumn.id) return [dueColumn]
    const column = listColumn(id)
    return column ? [tableColumn(column, context)] : []
  })
}

const dueColumn: IssueColumn = {
  id: nextDueColumn.id,
  header: nextDueColumn.label,
  size: 200,
  minSize: 56,
  maxSize: 1_200,
  enableSorting: false,
  cell: ({ row: { original } }) => <DueCell row={original.row} />,
}

function tableColumn(column: ListColumn, context: CellContext): IssueColumn {
  return {
    id: column.id,
    header: column.label,
    accessorFn: ({ row }) => column.read(row),
    size: ownWidth(column),
    minSize: 56,
    maxSize: 1_200,
    sortDescFirst: column.kind === 'instant' || column.kind === 'number',
    cell: ({ row: { original } }) => cellContent(column, column.read(original.row), context),
  }
}

const ownWidth = ({ id, kind }: ListColumn): number => widths[id] ?? kindWidths[kind]

/** Longer text is never seen in a cell, and a cell of 100,000 characters is slow to lay out. */
const longestShown = 300

function cellContent(column: ListColumn, value: Value, context: CellContext): ReactNode {
  if (value === null || value === '') return null
  if (column.id === 'severity' || column.id === 'reportedSeverity') {
    return <Mark {...severityLooks[value as Severity]} label={String(value)} />
  }
  if (column.id === 'status') {
    const label = column.words?.[String(value)] ?? String(value)
    return (
      <Mark {...(statusLooks[value as IssueStatus] ?? { tone: 'neutral', shape: 'dot' })} label={label} />
    )
  }
  if (column.kind === 'person') return context.personName(String(value))
  if (column.id === 'patch') return context.patchName(String(value))
  if (column.kind === 'instant' && typeof value === 'number') return context.instantText(value)
  const text = column.words?.[String(value)] ?? String(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
