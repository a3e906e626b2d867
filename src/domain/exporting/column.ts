import type { Value } from '../model/value'

/** One column of an export. `Row` is whatever the list holds; instants are milliseconds since the epoch. */
export interface ExportColumn<Row> {
  /** Name in JSON. */
  readonly id: string
  /** Heading in CSV and spreadsheets. */
  readonly label: string
  readonly kind: 'text' | 'number' | 'instant'
  /** Width in a spreadsheet, in characters. */
  readonly width: number
  readonly read: (row: Row) => Value
}

/** The heading says the zone, because a time without one is read in the reader's own. */
export function headingOf(column: ExportColumn<never>, zone: string): string {
  return column.kind === 'instant' ? `${column.label} (${zone})` : column.label
}
