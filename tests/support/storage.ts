import 'fake-indexeddb/auto'
import type { LaptopId } from '@domain/merge/stamp'
import { EngagementDatabase } from '../../src/renderer/storage/database'
import { load } from '../../src/renderer/storage/load'
import { OpenEngagement } from '../../src/renderer/storage/open-engagement'
import type { Access } from '../../src/renderer/storage/session'
import { writtenByImport } from '../../src/renderer/workers/jobs/written-by-import'

export const monday = Date.UTC(2026, 2, 2, 8)

export interface StoredSession {
  readonly session: OpenEngagement
  readonly database: EngagementDatabase
  /** Moves the session's wall clock; time stands still otherwise. */
  at(now: number): void
}

/** A session over a database of this name, as the workspace would open it. Ids and time are fixed. */
export async function openSession(
  engagement: string,
  options: { laptop?: LaptopId; access?: Access; now?: number } = {},
): Promise<StoredSession> {
  const { laptop = 'aaaaaaaaaa', access = { kind: 'write' }, now = monday } = options
  const database = new EngagementDatabase(engagement)
  const { replica, position } = await load(database)
  const changes = await database.changes.orderBy('order').toArray()
  let clock = now
  let ids = changes.length
  const session = new OpenEngagement(
    {
      id: engagement,
      database,
      replica,
      position,
      access,
      laptop: () => laptop,
      becomeAnother: async () => undefined,
      userName: () => 'Ada',
      now: () => clock,
      newId: () => `change-${++ids}`,
      readHistory: async () => [],
      readImport: (change) => writtenByImport({ engagement, change }),
      afterWrite: () => undefined,
      release: () => undefined,
    },
    changes,
  )
  return {
    session,
    database,
    at: (instant) => {
      clock = instant
    },
  }
}
