import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { inWorker } from '../workers/spawn'
import { BackupSchedule } from './backup'
import { databaseExists, EngagementDatabase } from './database'
import { DamagedEngagement, load } from './load'
import { DamagedRecord } from './log'
import { OpenEngagement } from './open-engagement'
import { bringUpToDate } from './schema-version'
import type { Access } from './session'
import { Tidying } from './tidying'
import { WriterLock } from './writer-lock'

/** Longest list of changes that undo goes back over. */
const undoDepth = 500

/** What opening an engagement takes from the laptop that opens it. */
export interface Opening {
  readonly laptop: LaptopId
  readonly userName: () => string
  readonly now: () => Instant
  readonly backUp: (reason: string) => Promise<void>
  readonly afterWrite: (replica: Replica) => void
}

/**
 * Opens a stored engagement: brought up to date, its rows in memory, this page its writer if no other is.
 * @throws DamagedEngagement when what is stored is not what was written; a backup helps.
 */
export async function openEngagement(id: string, opening: Opening): Promise<OpenEngagement> {
  if (!(await databaseExists(id)))
    throw new DamagedEngagement(id, 'The stored data of this engagement is gone.')
  const database = new EngagementDatabase(id)
  const lock = await WriterLock.take(id)
  try {
    const newer = await bringUpToDate(database, () => opening.backUp('before upgrade'))
    return await sessionOver(id, database, accessTo(newer, lock), opening, () => lock?.release())
  } catch (error) {
    lock?.release()
    database.close()
    if (error instanceof DamagedRecord || error instanceof SyntaxError)
      throw new DamagedEngagement(id, `The stored data of this engagement is damaged. ${error.message}`)
    throw error
  }
}

function accessTo(newer: string | undefined, lock: WriterLock | undefined): Access {
  if (newer !== undefined) return { kind: 'read-only', reason: newer }
  if (lock) return { kind: 'write' }
  return {
    kind: 'read-only',
    reason: 'This engagement is open in another window, which is where it can be changed.',
  }
}

async function sessionOver(
  id: string,
  database: EngagementDatabase,
  access: Access,
  { laptop, userName, now, backUp, afterWrite }: Opening,
  unlock: () => void,
): Promise<OpenEngagement> {
  const [{ replica, position, sinceSnapshot }, changes, backedUp] = await Promise.all([
    load(database),
    database.changes.orderBy('order').reverse().limit(undoDepth).toArray(),
    database.facts.get('backedUp'),
  ])
  const tidying = new Tidying(id, sinceSnapshot, access.kind === 'write')
  const schedule = new BackupSchedule(() => backUp('scheduled'))
  if (backedUp?.value !== replica.size) schedule.note()
  return new OpenEngagement(
    {
      id,
      database,
      replica,
      position,
      access,
      laptop,
      userName,
      now,
      newId: () => crypto.randomUUID(),
      readHistory: (entity, key) =>
        inWorker((worker) => worker.call('history', { engagement: id, entity, key })),
      afterWrite: (operations) => {
        tidying.note(operations)
        schedule.note()
        afterWrite(replica)
      },
      release: () => {
        tidying.stop()
        schedule.stop()
        unlock()
      },
    },
    changes.reverse(),
  )
}
