import type { Intent } from '@domain/merge/intent'
import type { ChangeRecord, EngagementDatabase, Fact, Segment, StoredBlob } from './database'
import { writeFailure } from './write-failure'

/** What goes into the log in one piece: the operations, as segments, and what people see of them. */
export interface LogEntry {
  /** In order. Where they are made while they are asked for, the disk is at work on one while the next is made. */
  readonly segments: Iterable<Segment>
  /** Contents of files that the operations name: never is there an operation whose file was not stored. */
  readonly blobs?: readonly StoredBlob[]
  /** What else has to be remembered together with it. */
  readonly facts?: readonly Fact[]
  /** Asked for after the last segment: the change, and what would take it back where writing over it does. */
  readonly told: () => { readonly change: ChangeRecord; readonly inverse?: readonly Intent[] }
  /** The change that this one undoes or redoes, and where that leaves it. */
  readonly restands?: { readonly id: string; readonly standing: ChangeRecord['standing'] }
  /** Set when nothing that was undone can be brought again after this. */
  readonly dropsUndone?: boolean
}

/**
 * The only way into the log. All or nothing, and on the disk when it returns.
 * @returns the position of the last segment.
 * @throws WriteRefused when the disk would not take it.
 */
export async function appendToLog(database: EngagementDatabase, entry: LogEntry): Promise<number> {
  const { segments, changes, inverses } = database
  const { segments: pieces, blobs = [], facts = [], told, restands, dropsUndone } = entry
  try {
    const stores = [segments, changes, inverses]
    const more = [
      ...(blobs.length > 0 ? [database.blobs] : []),
      ...(facts.length > 0 ? [database.facts] : []),
    ]
    return await database.transaction('rw', [...stores, ...more], async () => {
      if (blobs.length > 0) await database.blobs.bulkPut([...blobs])
      if (facts.length > 0) await database.facts.bulkPut([...facts])
      if (dropsUndone) await changes.where('standing').equals('undone').modify({ standing: 'dropped' })
      if (restands) await changes.where('id').equals(restands.id).modify({ standing: restands.standing })
      const adding = Array.from(pieces, (piece) => segments.add(piece))
      const { change, inverse } = told()
      void changes.add(change)
      if (inverse) void inverses.add({ id: change.id, text: JSON.stringify(inverse) })
      return Math.max(0, ...(await Promise.all(adding)))
    })
  } catch (error) {
    throw writeFailure(error)
  }
}
