import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { inWorker } from '../workers/spawn'
import { BackupSchedule } from './backup'
import { databaseExists, EngagementDatabase } from './database'
import { DamagedEngagement, load, type Prepared } from './load'
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
  readonly laptop: () => LaptopId
  readonly becomeAnother: () => Promise<void>
  readonly userName: () => string
  readonly now: () => Instant
  readonly backUp: (reason: string) => Promise<void>
  readonly afterWrite: (replica: Replica) => void
}

/**
 * Opens a stored engagement: brought up to date, its rows in memory, this page its writer if no other is.
 * @param preparing rows that may be this engagement's
 * @throws DamagedEngagement when what is stored is not what was written; a backup helps.
 */
export async function openEngagement(
  id: string,
  opening: Opening,
  preparing?: Promise<Prepared | undefined>,
): Promise<OpenEngagement> {
  const [exists, lock] = await Promise.all([databaseExists(id), WriterLock.take(id)])
  if (!exists) {
    lock?.release()
    throw new DamagedEngagement(id, 'gone', 'The stored data of this engagement is gone.')
  }
  const database = new EngagementDatabase(id)
  try {
    const newer = await bringUpToDate(database, () => opening.backUp('before upgrade')).catch(
      (error: unknown) => {
        throw isDamage(error) ? error : new UpgradeFailed(error)
      },
    )
    const own = preparing?.then((prepared) => (prepared?.engagement === id ? prepared : undefined))
    return await sessionOver(id, database, accessTo(newer, lock), opening, own, () => lock?.release())
  } catch (error) {
    lock?.release()
    database.close()
    throw isDamage(error) ? damagedBy(error, id) : error
  }
}

/** The stored data could not be brought to this version's shape. Nothing of it has been changed. */
export class UpgradeFailed extends Error {
  constructor(override readonly cause: unknown) {
    super('The stored data could not be brought up to date.')
    this.name = 'UpgradeFailed'
  }
}

/** Chromium keeps large records as files of their own; one that is lost shows as an error of reading. */
const damageNames: ReadonlySet<string> = new Set([
  'DamagedRecord',
  'SyntaxError',
  'NotReadableError',
  'DataError',
])

/** By name, because what a worker found comes over as an error of another class. */
function isDamage(error: unknown): error is Error {
  return error instanceof Error && damageNames.has(error.name)
}

function damagedBy(error: Error, id: string): DamagedEngagement {
  const message = `The stored data of this engagement is damaged. ${error.message}`
  const segment = error instanceof DamagedRecord ? error.segment : undefined
  return new DamagedEngagement(id, 'damaged', message, segment)
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
  { laptop, becomeAnother, userName, now, backUp, afterWrite }: Opening,
  preparing: Promise<Prepared | undefined> | undefined,
  unlock: () => void,
): Promise<OpenEngagement> {
  const [{ replica, position, sinceSnapshot }, changes, backedUp] = await Promise.all([
    load(database, preparing),
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
      becomeAnother,
      userName,
      now,
      newId: () => crypto.randomUUID(),
      readHistory: (entity, key) =>
        inWorker((worker) => worker.call('history', { engagement: id, entity, key })),
      readImport: (change) =>
        inWorker((worker) => worker.call('writtenByImport', { engagement: id, change })),
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
