import { author, type Intent, type JustWritten } from '@domain/merge/intent'
import type { Operation } from '@domain/merge/operation'
import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { WrittenByImport } from '../workers/jobs/written-by-import'
import { Arriving } from './arriving'
import { type AuthorState, authorStateOf } from './author-state'
import { readBlob } from './blobs'
import { changeOf } from './change-of'
import type { ChangeRecord, EngagementDatabase, Segment, StoredBlob } from './database'
import { valuesBefore, WayBack } from './inverse'
import { rebuildAsOf } from './load'
import { decodeSegment, encodeSegment, lastPosition, segmentSize, segmentsAfter } from './log'
import { giveWay, inTurns, pace } from './pace'
import {
  type Access,
  type Besides,
  type Change,
  type ChangeKind,
  type EngagementSession,
  type Watch,
  WriteRefused,
} from './session'
import { UndoList } from './undo-list'
import { Versions } from './versions'
import { appendToLog } from './write'
import type { WritingState, WrittenElsewhere } from './written-elsewhere'

/** What a session is handed, so that nothing in it reaches for a clock, an id or a name of its own. */
export interface SessionContext {
  readonly id: string
  readonly database: EngagementDatabase
  readonly replica: Replica
  readonly position: number
  readonly access: Access
  readonly laptop: () => LaptopId
  /** Called when another copy of this laptop has written on: from now on this one must be a laptop of its own. */
  readonly becomeAnother: () => Promise<void>
  readonly userName: () => string
  readonly now: () => Instant
  readonly newId: () => string
  readonly readHistory: (entity: string, key: string) => Promise<Operation[]>
  readonly readImport: (id: string) => Promise<WrittenByImport>
  readonly afterWrite: (operations: number) => void
  readonly release: () => void
}

interface Draft {
  readonly kind: ChangeKind
  readonly label: string
  readonly intents: readonly Intent[]
  readonly blobs?: readonly StoredBlob[]
  readonly cause?: string
  readonly of?: Change
  readonly watch?: Watch
}

export class OpenEngagement implements EngagementSession {
  readonly id: string
  readonly replica: Replica
  readonly access: Access
  private readonly versions = new Versions()
  private readonly undoList: UndoList
  private queue: Promise<unknown> = Promise.resolve()
  private written: AuthorState
  private position: number
  private closed = false

  constructor(
    private readonly context: SessionContext,
    changes: readonly ChangeRecord[],
  ) {
    this.id = context.id
    this.replica = context.replica
    this.access = context.access
    this.position = context.position
    this.undoList = new UndoList(changes)
    this.written = authorStateOf(context.replica, context.laptop(), context.now())
  }

  version(entity?: string): number {
    return this.versions.of(entity)
  }

  subscribe(listener: () => void): () => void {
    return this.versions.subscribe(listener)
  }

  get undoable(): Change | undefined {
    return this.undoList.undoable
  }

  get redoable(): Change | undefined {
    return this.undoList.redoable
  }

  write(label: string, intents: readonly Intent[], { blobs, watch }: Besides = {}): Promise<Change> {
    return this.inTurn(() =>
      this.commit({ kind: 'edit', label, intents, ...(blobs && { blobs }), ...(watch && { watch }) }),
    )
  }

  remember(label: string, intents: readonly Intent[]): Promise<Change> {
    return this.inTurn(() => this.commit({ kind: 'export', label, intents }))
  }

  /** Writes the first rows of a new engagement; not to be undone, since nothing would be left. */
  begin(label: string, intents: readonly Intent[]): Promise<Change> {
    return this.inTurn(() => this.commit({ kind: 'creation', label, intents }))
  }

  async settled(): Promise<void> {
    await this.queue
  }

  undo(): Promise<Change | undefined> {
    return this.inTurn(async () => {
      const change = this.undoable
      return change && this.takeBack(change, 'undo', `Undone: ${change.label}`)
    })
  }

  redo(): Promise<Change | undefined> {
    return this.inTurn(async () => {
      const change = this.redoable
      const undo = change && this.undoList.undoOf(change)
      return change && undo && this.takeBack(undo, 'redo', `Redone: ${change.label}`, change)
    })
  }

  async changes(limit: number): Promise<Change[]> {
    const records = await this.context.database.changes.orderBy('order').reverse().limit(limit).toArray()
    return records.map(changeOf)
  }

  historyOf(entity: string, key: string): Promise<Operation[]> {
    return this.context.readHistory(entity, key)
  }

  async issuesOfImport(id: string): Promise<ReadonlySet<string>> {
    const { issues, comments } = await this.context.readImport(id)
    const found = new Set(issues)
    const rows = this.replica.rows('comment')
    for (const comment of comments) {
      const issue = rows.get(comment)?.values.issue
      if (issue) found.add(issue)
    }
    return found
  }

  /** All rows as they were at an instant, made from the log. */
  replicaAsOf(asOf: Instant): Promise<Replica> {
    return rebuildAsOf(this.context.database, asOf)
  }

  readBlob(sha256: string): Promise<Blob | undefined> {
    return readBlob(this.context.database, sha256)
  }

  async close(): Promise<void> {
    this.closed = true
    await this.queue
    this.context.database.close()
    this.context.release()
  }

  /** Position of the last segment that is shown. */
  get shownPosition(): number {
    return this.position
  }

  /**
   * Lets a worker write into the log in this session's turn, then shows what it wrote. The worker is told
   * where the session's own writing stands and goes on from there.
   */
  writeElsewhere(
    work: (from: WritingState, segmentsTo: MessagePort) => Promise<WrittenElsewhere | undefined>,
  ): Promise<Change | undefined> {
    return this.inTurn(async () => {
      this.refuseWhenReadOnly()
      const arriving = new Arriving(this.replica.intake())
      const from = { ...this.written, position: this.position }
      const stored = await work(from, arriving.port).then(
        async (written) => written && { ...written, intake: await arriving.all(written.change.operations) },
        (error: unknown) => this.storedAllTheSame(error),
      )
      if (!stored) return undefined
      const { change, position, intake } = stored
      await inTurns(this.replica.show(intake))
      for (const entity of intake.entities()) this.versions.note(entity)
      this.position = position
      await this.noticeOwnCopy(change)
      this.written = authorStateOf(this.replica, this.context.laptop(), this.context.now())
      this.undoList.add(change)
      await this.announce(change.operations)
      this.context.afterWrite(change.operations)
      return changeOf(change)
    })
  }

  /**
   * A worker that was stopped may have finished its write in the same moment. Then it is in the log, and this session
   * must know it, or it would use the same sequence numbers again.
   * @throws what stopped the worker, when nothing was stored.
   */
  private async storedAllTheSame(error: unknown) {
    const { database } = this.context
    const position = await lastPosition(database)
    const change = await database.changes.orderBy('order').last()
    if (position === this.position || !change) throw error
    const intake = this.replica.intake()
    for await (const segment of segmentsAfter(database, this.position))
      for (const operation of decodeSegment(segment)) intake.take(operation)
    return { change, position, intake }
  }

  /** What others bring of this laptop's own writing was written by a later state of it, which this is a copy of. */
  private async noticeOwnCopy({ kind }: ChangeRecord): Promise<void> {
    const own = this.replica.seen.get(this.context.laptop())
    const isAhead = own !== undefined && (own.to > this.written.seq || own.beyond.size > 0)
    if (kind === 'bundle' && isAhead) await this.context.becomeAnother()
  }

  private async takeBack(
    change: Change,
    kind: 'undo' | 'redo',
    label: string,
    of: Change = change,
  ): Promise<Change> {
    const stored = await this.context.database.inverses.get(change.id)
    if (!stored)
      throw new WriteRefused('not-stored', 'What would take this change back is not stored any more.')
    const intents = JSON.parse(stored.text) as Intent[]
    return this.commit({ kind, label, intents, cause: `${kind}:${of.id}`, of })
  }

  private async commit({ kind, label, intents, blobs = [], cause, of, watch }: Draft): Promise<Change> {
    this.refuseWhenReadOnly()
    const { database, replica, newId, now, userName } = this.context
    const laptop = this.context.laptop()
    const id = newId()
    const at = now()
    const by = userName()
    const segments: Segment[] = []
    const written: Operation[][] = []
    const back = new WayBack(replica)
    let state = this.written
    const turn = pace()
    const justWritten: JustWritten = new Map()
    for (let from = 0; from < intents.length; from += segmentSize) {
      const piece = intents.slice(from, from + segmentSize)
      const authored = author(
        piece,
        replica,
        { laptop, by, now: at, ...state, cause: cause ?? `${kind}:${id}` },
        justWritten,
      )
      segments.push(encodeSegment(authored.operations))
      written.push([...authored.operations])
      back.add(authored.operations)
      state = { clock: authored.clock, seq: authored.seq }
      watch?.report(from + piece.length, intents.length)
      await turn()
      watch?.signal.throwIfAborted()
    }
    const isWayBack = kind === 'undo' || kind === 'redo'
    const inverse = await inTurns(isWayBack ? valuesBefore(intents, replica) : back.intents())
    const operations = segments.reduce((sum, segment) => sum + segment.count, 0)
    const change: ChangeRecord = {
      id,
      label,
      at,
      by,
      kind,
      operations,
      standing: 'done',
      ...(of && { of: of.id }),
    }
    this.position = await appendToLog(database, {
      segments,
      blobs,
      told: () => ({ change, inverse }),
      ...(of && { restands: { id: of.id, standing: kind === 'undo' ? 'undone' : 'done' } }),
      dropsUndone: kind === 'edit' && this.undoList.redoable !== undefined,
    })
    this.written = state
    for (const piece of written) {
      for (const operation of piece) {
        this.replica.apply(operation)
        this.versions.note(operation.entity)
      }
      await turn()
    }
    this.undoList.add(change)
    await this.announce(operations)
    this.context.afterWrite(operations)
    return changeOf(change)
  }

  /** Tells everybody. After a long change those who show it have much to do, which is then a task of its own. */
  private async announce(operations: number): Promise<void> {
    const isLong = operations > segmentSize
    if (isLong) await giveWay()
    this.versions.announce()
    if (isLong) await giveWay()
  }

  private refuseWhenReadOnly(): void {
    if (this.access.kind === 'read-only') throw new WriteRefused('read-only', this.access.reason)
  }

  /** One write at a time: each must see the one before it. A failed one does not stop the next. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed)
      return Promise.reject(new WriteRefused('not-stored', 'The engagement was closed; nothing was changed.'))
    const result = this.queue.then(work, work)
    this.queue = result.catch(() => undefined)
    return result
  }
}
