import type { Intent } from '@domain/merge/intent'
import type { ChangeRecord, EngagementDatabase, Segment } from './database'
import { writeFailure } from './write-failure'

/** What goes into the log in one piece: the operations, as segments, and what people see of them. */
export interface LogEntry {
  readonly segments: readonly Segment[]
  readonly change: ChangeRecord
  /** What would take the change back. */
  readonly inverse: readonly Intent[]
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
  const { segments: pieces, change, inverse, restands, dropsUndone } = entry
  try {
    return await database.transaction('rw', segments, changes, inverses, async () => {
      if (dropsUndone) await changes.where('standing').equals('undone').modify({ standing: 'dropped' })
      if (restands) await changes.where('id').equals(restands.id).modify({ standing: restands.standing })
      void changes.add(change)
      void inverses.add({ id: change.id, text: JSON.stringify(inverse) })
      const positions = await Promise.all(pieces.map((piece) => segments.add(piece)))
      return Math.max(0, ...positions)
    })
  } catch (error) {
    throw writeFailure(error)
  }
}
