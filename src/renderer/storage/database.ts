import Dexie, { type Table } from 'dexie'
import { engagementDatabaseName, profileDatabaseName } from './database-names'

/**
 * A stretch of the log: up to about a thousand operations, exactly as they were written, as `packOperations` writes
 * them. UTF-8 and not a string, because one curly quote would make the whole string twice as wide.
 */
export interface Segment {
  readonly id?: number
  readonly lines: Uint8Array
  readonly count: number
  readonly checksum: number
  /** The bundle that brought it, while that can still be taken back as a whole. */
  readonly bundle?: string
}

/** A piece of the snapshot of all rows, as they were when every segment up to `position` had been applied. */
export interface SnapshotChunk {
  readonly index: number
  /** As `bytesOf` gives them. */
  readonly rows: Uint8Array
  readonly checksum: number
}

export interface ChangeRecord {
  readonly id: string
  /** Order in which changes were made. */
  readonly order?: number
  readonly label: string
  readonly at: number
  readonly by: string
  readonly kind: 'creation' | 'edit' | 'export' | 'import' | 'bundle' | 'undo' | 'redo'
  readonly operations: number
  readonly standing: 'done' | 'undone' | 'dropped'
  /** What it brought stands in segments of its own and can be taken out of the log. */
  readonly keptApart?: boolean
  /** The change that an undo took back or a redo brought again. */
  readonly of?: string
}

/** The intents, as JSON, that take a change back. Apart from the change, which lists read often. */
export interface StoredInverse {
  readonly id: string
  readonly text: string
}

/** Something small to know of a database, by name: `schemaVersion`, `snapshot`, `backedUp`, `restored`. */
export interface Fact {
  readonly name: string
  readonly value: unknown
}

/**
 * The content of an attached file, kept once under its hash however many attachments name it. A `Blob` and not bytes:
 * whoever asks for one gets a handle, and a large file is not copied through the memory of the page.
 */
export interface StoredBlob {
  readonly sha256: string
  readonly data: Blob
}

// Strict: when a write says it is done it is on the disk, not in the system's memory.
const options = { chromeTransactionDurability: 'strict' } as const

/** One engagement. The log is the truth; everything else can be made again from it. */
export class EngagementDatabase extends Dexie {
  declare segments: Table<Segment, number, Segment>
  declare snapshot: Table<SnapshotChunk, number>
  declare changes: Table<ChangeRecord, number, ChangeRecord>
  declare inverses: Table<StoredInverse, string>
  declare facts: Table<Fact, string>
  declare blobs: Table<StoredBlob, string>

  constructor(engagement: string) {
    super(engagementDatabaseName(engagement), options)
    this.version(1).stores({
      segments: '++id',
      snapshot: 'index',
      changes: '++order,&id,standing',
      inverses: 'id',
      facts: 'name',
      blobs: 'sha256',
    })
  }
}

export interface StoredEngagement {
  readonly id: string
  readonly name: string
  readonly client: string
  readonly system: string
  readonly createdAt: number
  readonly openedAt: number
  readonly archived: boolean
  readonly demo: boolean
}

/** What the laptop knows without opening an engagement. */
export class ProfileDatabase extends Dexie {
  declare engagements: Table<StoredEngagement, string>
  declare facts: Table<Fact, string>

  constructor() {
    super(profileDatabaseName, options)
    this.version(1).stores({ engagements: 'id', facts: 'name' })
  }
}

/** Told by the list of databases, which is quicker than opening one. */
export async function databaseExists(engagement: string): Promise<boolean> {
  const wanted = engagementDatabaseName(engagement)
  return (await indexedDB.databases()).some(({ name }) => name === wanted)
}

export async function deleteDatabase(engagement: string): Promise<void> {
  await Dexie.delete(engagementDatabaseName(engagement))
}
