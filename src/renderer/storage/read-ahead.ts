import type { SnapshotChunk, StoredEngagement } from './database'
import { engagementDatabaseName, profileDatabaseName } from './database-names'
import type { StoredSnapshot } from './snapshot'

/** What the start will most likely want. */
export interface ReadAhead {
  readonly engagement: string
  readonly snapshot: StoredSnapshot
}

/**
 * A snapshot of more chunks than this is not wanted in memory as a whole before its rows are. Each entity that has rows
 * takes one at least, and there are some forty; all else is by the thousand rows.
 */
const mostChunks = 128
/** Those that come first are unpacked while the others are still read. */
const chunksAtOnce = 8

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
  const head = (await answer(facts.get('snapshot')))?.value
  if (!head || head.chunks > mostChunks) return undefined
  const reading = answer(facts.get('snapshotHeads'))
  const parts = partsOf(transaction.objectStore('snapshot'), head.chunks)
  return { head, heads: (await reading)?.value, chunks: inOrder(parts) }
}

/** One more than there should be: a snapshot that holds other chunks than its head says is damaged. */
function partsOf(snapshot: IDBObjectStore, chunks: number): readonly Promise<SnapshotChunk[]>[] {
  const parts: Promise<SnapshotChunk[]>[] = []
  for (let from = 0; from <= chunks; from += chunksAtOnce) {
    const range = IDBKeyRange.bound(from, from + chunksAtOnce, false, true)
    const part = answer<SnapshotChunk[]>(snapshot.getAll(range))
    // Whoever unpacks them finds out, when it is their turn.
    part.catch(() => undefined)
    parts.push(part)
  }
  return parts
}

async function* inOrder<T>(parts: readonly Promise<T>[]): AsyncGenerator<T> {
  for (const part of parts) yield await part
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
