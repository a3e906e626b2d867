import type { UsageColumn } from './columns'
import type { AdoptionDraft } from './draft'
import type { LeftOut } from './who-signed-in'

/** What gathers the records of one kind of file. */
export interface Gathering {
  /** @returns why the record cannot be taken, or that it is none of a person at work; undefined when it was taken. */
  add(record: Cells): Problem | LeftOut | undefined
  result(): Pick<AdoptionDraft, 'people' | 'totals' | 'licences'>
}

export interface Problem {
  readonly column: string | null
  readonly reason: string
}

export interface Cells {
  /** Trimmed; empty where the file says nothing. */
  readonly text: (column: UsageColumn) => string
  readonly header: (column: UsageColumn) => string
  /** The day of the column that tells when, or in words why there is none. */
  readonly day: { readonly day: string } | Problem
  /** Whether that column says anything. */
  readonly hasDay: boolean
}
