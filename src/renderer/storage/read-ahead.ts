import type { SnapshotChunk, StoredEngagement } from './database'
import { engagementDatabaseName, profileDatabaseName } from './database-names'
import type { StoredSnapshot } from './snapshot'

/** What the start will most likely want. */
export interface ReadAhead {
  readonly engagement: string
  readonly snapshot: StoredSnapshot
}

/** A snapshot of more chunks than this is not wanted in memory as a whole before its rows are. */
const mostChunks = 32

/**
 * Reads the snapshot of the engagement that was open last, without a library and before there is anything that
 * understands it: the disk is then busy while the browser still makes the scripts ready. Undefined where there is
 * nothing to read, or anything is out of the ordinary; whoever opens the engagement finds out what.
 */
export async function readAhead(): Promise<ReadAhead | undefined> {
  try {
    const engagement = await inDatabase(profileDatabaseName, lastOpened)
    if (engagement === undefined) return undefined
    const snapshot = await inDatabase(engagementDatabaseName(engagement), storedSnapshot)
    return snapshot && { engagement, snapshot }
  } catch {
    return undefined
  }
}

async function lastOpened(profile: IDBDatabase): Promise<string | undefined> {
  const entries = profile.transaction('engagements').objectStore('engagements')
  const inUse = (await answer<StoredEngagement[]>(entries.getAll())).filter(({ archived }) => !archived)
  return inUse.sort((a, b) => b.openedAt - a.openedAt)[0]?.id
}

/** From one transaction, so that all of it belongs together. */
async function storedSnapshot(engagement: IDBDatabase): Promise<StoredSnapshot | undefined> {
  const transaction = engagement.transaction(['facts', 'snapshot'])
  const facts = transaction.objectStore('facts')
  const [head, heads, chunks] = await Promise.all([
    answer(facts.get('snapshot')),
    answer(facts.get('snapshotHeads')),
    answer<SnapshotChunk[]>(transaction.objectStore('snapshot').getAll(undefined, mostChunks + 1)),
  ])
  return head && chunks.length <= mostChunks
    ? { head: head.value, heads: heads?.value, chunks: [chunks] }
    : undefined
}

async function inDatabase<T>(
  name: string,
  read: (database: IDBDatabase) => Promise<T>,
): Promise<T | undefined> {
  const opening = indexedDB.open(name)
  // There is none, and none must come into being by looking.
  opening.onupgradeneeded = () => opening.transaction?.abort()
  const database = await answer(opening)
  try {
    return await read(database)
  } finally {
    database.close()
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
