import type { Value } from '@domain/model/value'
import { tagsColumn } from '@domain/triage/issue-query'
import { listColumn } from '@domain/triage/list-columns'
import type { ColumnNames } from '../../view-state/use-column-names'

/** What a column is called. */
export function columnLabel(column: string): string {
  return column === tagsColumn ? 'Tags' : (listColumn(column)?.label ?? column)
}

/** How a value of a column reads where it is chosen or stands above others. */
export function valueText(column: string, value: Value, { personName, patchName }: ColumnNames): string {
  if (value === null || value === '') return column === 'owner' ? 'Nobody' : 'None'
  const definition = listColumn(column)
  if (definition?.kind === 'person') return personName(String(value))
  if (column === 'patch') return patchName(String(value))
  return definition?.words?.[String(value)] ?? String(value)
}
