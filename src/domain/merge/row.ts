import type { Fields, Instant, Value } from '../model/value'
import type { Stamp } from './stamp'

/** A write that no other write has seen. `by` and `value` are what a person reviewing a conflict needs. */
export interface Leaf {
  readonly stamp: Stamp
  readonly value: Value
  readonly by: string
  /** What a source said; a later word of the source follows it, on whichever laptop it is read. */
  readonly imported?: true
}

/**
 * Where a field stands when its first write no longer tells all: its leaves, greatest stamp first, and the
 * writes that are known to be superseded but have not arrived yet.
 */
export interface FieldState {
  leaves: Leaf[]
  awaited?: Stamp[]
}

/** One moment in a tracked field's history. */
export interface Moment {
  readonly at: Instant
  readonly stamp: Stamp
  readonly value: Value
  readonly by: string
}

/**
 * A row in memory: the sum of its operations. Most fields are only ever written by the row's first operation,
 * so their stamp is the row's own (`stamp`, `by`, `at`) and only the others have an entry in `states`.
 */
export interface Row<Values = Fields> {
  readonly key: string
  values: Values
  stamp: Stamp
  by: string
  at: Instant
  /** When the earliest of its operations happened. */
  begunAt: Instant
  /** Was the first operation an import? Then its values are what the source said. */
  imported: boolean
  /** Greatest stamp that has touched the row. */
  touched: Stamp
  /** Grows with every change, so that a screen knows when to draw the row again. */
  revision: number
  states: Record<string, FieldState> | undefined
  /** What a source last said of a field, where a later local write stands in its place. */
  sourced: Record<string, Leaf> | undefined
  /** History of the tracked fields that have changed since the first operation. */
  trail: Record<string, Moment[]> | undefined
}
