import type { Replica } from '@domain/merge/replica'
import { EngagementDatabase } from '../../storage/database'
import { catchUp, type Loaded, load } from '../../storage/load'

/** A worker's own rows of an engagement: read once, then kept up with what has been written since. */
export class FollowedRows {
  private readonly database: EngagementDatabase
  private loaded: Loaded | undefined

  constructor(readonly engagement: string) {
    this.database = new EngagementDatabase(engagement)
  }

  async upToDate(): Promise<Replica> {
    const { database, loaded } = this
    this.loaded = loaded ? await catchUp(database, loaded.replica, loaded.position) : await load(database)
    return this.loaded.replica
  }
}
