import type { IssueRow } from './as-of'
import { tagsOf } from './set-columns'

/** Everything of an issue that people look for it by, comments aside. */
export function searchedText(row: IssueRow, personName: (key: string) => string): string {
  const { values } = row
  const parts = [
    values.shortKey,
    values.externalKey,
    values.title,
    values.description,
    values.reporter,
    values.reporterUnit,
    values.component,
    values.processArea,
    values.workaround,
    values.fixNote,
    values.owner ? personName(values.owner) : undefined,
    ...tagsOf(row),
  ]
  return parts.filter(Boolean).join('\n')
}
