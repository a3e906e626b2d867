import type { Edit } from '../edits/edits'

/** Another library that merges, used as its own documentation says. */
export interface Peer {
  /** Three clients that begin with the same document. */
  readonly clients: () => readonly Client[]
  /** Merges the update into a document of one who has only that beginning. Returns how many rows it has then. */
  readonly merge: (update: Uint8Array) => number
}

export interface Client {
  /** One transaction, as one operation is one. */
  edit(edit: Edit): void
  /** What it wrote since it was last asked. */
  written(): Uint8Array
  take(written: Uint8Array): void
  /** Everything that one who has only the beginning lacks. */
  update(): Uint8Array
}
