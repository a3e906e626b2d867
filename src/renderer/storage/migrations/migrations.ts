import type { EngagementDatabase } from '../database'

/** A step from one shape of the stored records to the next. `from` is the version it starts at. */
export interface Migration {
  readonly from: number
  readonly migrate: (database: EngagementDatabase) => Promise<void>
}

/** In order. Version 1 is the first, so nothing has to be brought up to it. */
export const migrations: readonly Migration[] = [
  // Since version 2 segments are packed, which version 1 could not read. What version 1 wrote is still read as it is:
  // the backup that comes before any upgrade has to read it anyway. Only its snapshot is passed over, for the log alone
  // can stand in.
  { from: 1, migrate: () => Promise.resolve() },
  // Since version 3 segments say lists of fields once, which version 2 could not read; what it wrote is read as it is.
  { from: 2, migrate: () => Promise.resolve() },
]
