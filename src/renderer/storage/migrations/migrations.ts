import type { EngagementDatabase } from '../database'

/** A step from one shape of the stored records to the next. `from` is the version it starts at. */
export interface Migration {
  readonly from: number
  readonly migrate: (database: EngagementDatabase) => Promise<void>
}

/** In order. Version 1 is the first, so nothing has to be brought up to it. */
export const migrations: readonly Migration[] = []
