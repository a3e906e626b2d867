import type { AuthorState } from './author-state'
import type { ChangeRecord } from './database'

/** Where a session's own writing stands, for a worker that writes in its turn. */
export type WritingState = AuthorState & { readonly position: number }

/** What a worker has put into the log. */
export interface WrittenElsewhere {
  readonly change: ChangeRecord
  /** Of the last segment. */
  readonly position: number
}
