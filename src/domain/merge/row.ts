import type { Fields, Instant, Value } from '../model/value'
import type { Head, Heads } from './heads'
import type { Stamp } from './stamp'
import type { TrackedValue } from './tracked-values'

/** A write that no other write has seen. `by` and `value` are what a person reviewing a conflict needs. */
export interface Leaf {
  readonly stamp: Stamp
  readonly value: Value
  readonly by: string
  /** When it happened. */
  readonly at: Instant
  /** What a source said; a later word of the source follows it, on whichever laptop it is read. */
  readonly imported?: true
}

/** A value and the operation that wrote it. */
export interface Written {
  readonly head: Head
  readonly value: Value
  /** What the writer had seen in other fields: of a removal what others had typed, of anything else the removal. */
  readonly over?: readonly Stamp[]
}

/**
 * Where a field stands when one write does not tell all: its leaves, what shows first, and the writes that
 * are known to be superseded but have not arrived yet.
 */
export interface FieldState {
  readonly leaves: readonly Written[]
  readonly awaited: readonly Stamp[]
}

/** One moment in a tracked field's history. */
export interface Moment {
  readonly at: Instant
  readonly value: Value
  readonly by: string
  /** When it was written down, as its stamp tells. */
  readonly writtenAt: Instant
  /** When it became known, as `Heads.knownAt` tells it. */
  readonly knownAt: Instant
}

/**
 * A row in memory: the sum of its operations. Most fields are only ever written by the row's first operation;
 * only the others have an entry in `states`, and only those with several leaves have more than a head there.
 * There are hundreds of thousands of these, so they hold heads instead of stamps, names and times.
 */
export interface Row<Values = Fields> {
  readonly key: string
  values: Values
  /** Those of the row's replica. */
  readonly heads: Heads
  /** The operation that was applied first. */
  readonly first: Head
  /** The operation that happened earliest. */
  begun: Head
  /** The operation with the greatest stamp. */
  touched: Head
  /** Grows with every change, so that a screen knows when to draw the row again. */
  revision: number
  states: Record<string, Head | FieldState> | undefined
  /** What a source last said of a field, where a later local write stands in its place. */
  sourced: Record<string, Written> | undefined
  /** What a source said of a field before its last word, where that was written over. */
  overwritten: Record<string, readonly Written[]> | undefined
  /**
   * History of the tracked fields that have changed since the first operation, in the order in which it happened:
   * for each moment the operation's head, then the field and its value as one number of `heads.tracked`.
   */
  trail: (Head | TrackedValue)[] | undefined
}
