import type { Intent } from '@domain/merge/intent'
import type { Operation } from '@domain/merge/operation'
import type { Replica } from '@domain/merge/replica'
import type { Instant } from '@domain/model/value'
import type { StoredBlob } from './database'
import type { WritingState, WrittenElsewhere } from './written-elsewhere'

/**
 * A creation is the beginning of an engagement: there is nothing before it to go back to. A bundle is what other
 * laptops wrote: it is taken back as a whole, not by writing over it. An export remembers what was told outside, and
 * what was told cannot be untold.
 */
export type ChangeKind = 'creation' | 'edit' | 'export' | 'import' | 'bundle' | 'undo' | 'redo'

/** One thing somebody did, as undo and the list of changes see it: one or many operations, all or none. */
export interface Change {
  readonly id: string
  /** In the past tense, for people: “Severity of TES-25 set to 1”. */
  readonly label: string
  readonly at: Instant
  readonly by: string
  readonly kind: ChangeKind
  readonly operations: number
  /** Whether a later undo has taken it back (and no redo has brought it again). */
  readonly undone: boolean
}

/** For a change of many rows: how far it is, and a way to give it up before it is in the log. */
export interface Watch {
  readonly report: (done: number, total: number) => void
  /** Aborted with the error to throw. */
  readonly signal: AbortSignal
}

/** What may go with a write. */
export interface Besides {
  /** Contents of files that the intents name; stored with them or not at all. */
  readonly blobs?: readonly StoredBlob[]
  readonly watch?: Watch
}

export type Access = { readonly kind: 'write' } | { readonly kind: 'read-only'; readonly reason: string }

/** The open engagement: its rows in memory, and the only way to change them. */
export interface EngagementSession {
  readonly id: string
  readonly replica: Replica
  readonly access: Access
  /** Grows with every change to rows of the entity; without a name, with every change. */
  version(entity?: string): number
  /** Calls back after every applied change. Returns how to stop. */
  subscribe(listener: () => void): () => void
  /**
   * Durable in the log first, then shown.
   * @throws WriteRefused when the engagement is read-only or the disk would not take it, or what it was given up with;
   *   nothing has changed then.
   */
  write(label: string, intents: readonly Intent[], besides?: Besides): Promise<Change>
  /** Writes like `write` what has been told outside of the app; undo passes it over. */
  remember(label: string, intents: readonly Intent[]): Promise<Change>
  /**
   * Lets a worker write into the log in this session's turn, then shows what it wrote.
   * @param work is told where the session's own writing stands, and goes on from there; it puts the lines of each
   *   segment it writes into the port too. Where there was nothing to write it says so by undefined.
   * @throws WriteRefused like `write`
   */
  writeElsewhere(
    work: (from: WritingState, segmentsTo: MessagePort) => Promise<WrittenElsewhere | undefined>,
  ): Promise<Change | undefined>
  /** When everything that was asked for so far is written and shown, or refused. */
  settled(): Promise<void>
  /** The change that `undo` would take back, or `redo` bring again. */
  readonly undoable: Change | undefined
  readonly redoable: Change | undefined
  undo(): Promise<Change | undefined>
  redo(): Promise<Change | undefined>
  /** Latest first. */
  changes(limit: number): Promise<Change[]>
  /** Every operation on a row, oldest first by the time it happened. Read from the log. */
  historyOf(entity: string, key: string): Promise<Operation[]>
  /** Keys of the issues that an import created or changed, comments on them included. Read from the log. */
  issuesOfImport(id: string): Promise<ReadonlySet<string>>
  /** The content of an attached file by its SHA-256; undefined while it is not on this laptop. */
  readBlob(sha256: string): Promise<Blob | undefined>
  close(): Promise<void>
}

export class WriteRefused extends Error {
  constructor(
    readonly code: 'read-only' | 'disk-full' | 'not-stored',
    message: string,
  ) {
    super(message)
    this.name = 'WriteRefused'
  }
}
