import { trackedIssueFields } from '../model/issue'
import type { Value } from '../model/value'
import { effectiveAt, isImported, type Operation } from './operation'
import type { FieldState, Leaf, Moment, Row } from './row'
import type { Stamp } from './stamp'

/** Whether a write with this stamp is known to have arrived already. */
export type HasArrived = (stamp: Stamp) => boolean

const tracked: ReadonlySet<string> = new Set(trackedIssueFields)
const noStamps: readonly Stamp[] = []

export function bornFrom(operation: Operation, hasArrived: HasArrived): Row {
  const row: Row = {
    key: operation.key,
    values: { ...operation.fields },
    stamp: operation.stamp,
    by: operation.by,
    at: effectiveAt(operation),
    begunAt: effectiveAt(operation),
    imported: isImported(operation),
    touched: operation.stamp,
    revision: 0,
    states: undefined,
    sourced: undefined,
    trail: undefined,
  }
  if (operation.was) {
    for (const field in operation.fields)
      awaitPredecessors(row, field, operation.was[field] ?? noStamps, hasArrived)
  }
  return row
}

/**
 * Adds an operation to its row. The result depends on the set of operations applied, not on their order; the
 * caller makes sure that none is applied twice.
 */
export function applyTo(row: Row, operation: Operation, hasArrived: HasArrived): void {
  const { stamp, by } = operation
  const at = effectiveAt(operation)
  const imported = isImported(operation)
  for (const field in operation.fields) {
    const value = operation.fields[field] as Value
    const leaf = leafOf(stamp, value, by, imported)
    if (tracked.has(field)) follow(row, field, { at, stamp, value, by })
    rememberSource(row, field, leaf)
    write(row, field, leaf, operation.was?.[field] ?? noStamps, hasArrived)
  }
  if (stamp > row.touched) row.touched = stamp
  if (at < row.begunAt) row.begunAt = at
  row.revision++
}

/** The writes standing in a field, greatest stamp first; none when nobody has written it. */
export function leavesOf(row: Row, field: string): readonly Leaf[] {
  const state = row.states?.[field]
  if (state) return state.leaves
  return Object.hasOwn(row.values, field) ? [ownLeaf(row, field)] : []
}

/** Leaves that disagree. Empty while a predecessor is still under way: what looks like two may be one after the other. */
export function conflictIn(row: Row, field: string): readonly Leaf[] {
  const state = row.states?.[field]
  if (!state || state.leaves.length < 2 || state.awaited) return []
  return state.leaves.some(({ value }) => value !== state.leaves[0]?.value) ? state.leaves : []
}

/** What the source last said of a field, if a source ever said anything. */
export function sourcedIn(row: Row, field: string): Leaf | undefined {
  const kept = row.sourced?.[field]
  if (kept) return kept
  if (!row.imported || row.states?.[field] || !Object.hasOwn(row.values, field)) return undefined
  return ownLeaf(row, field)
}

/** Every known moment of a tracked field, oldest first. */
export function momentsOf(row: Row, field: string): readonly Moment[] {
  const trail = row.trail?.[field]
  if (trail) return trail
  return Object.hasOwn(row.values, field)
    ? [{ at: row.at, stamp: row.stamp, value: row.values[field] as Value, by: row.by }]
    : []
}

function write(row: Row, field: string, leaf: Leaf, seen: readonly Stamp[], hasArrived: HasArrived): void {
  const state = stateOf(row, field)
  const leaves = state.leaves.filter(({ stamp }) => !seen.includes(stamp))
  let awaited = state.awaited ?? []
  if (awaited.includes(leaf.stamp)) awaited = awaited.filter((stamp) => stamp !== leaf.stamp)
  else insertByStamp(leaves, leaf)
  const missing = seen.filter((stamp) => !awaited.includes(stamp) && !hasArrived(stamp))
  if (missing.length > 0) awaited = [...awaited, ...missing].sort()
  state.leaves = leaves
  if (awaited.length > 0) state.awaited = awaited
  else delete state.awaited
  const shown = leaves[0]
  if (shown) row.values[field] = shown.value
}

/** A first operation that has seen others is a later one, whose predecessors are still under way. */
function awaitPredecessors(row: Row, field: string, seen: readonly Stamp[], hasArrived: HasArrived): void {
  const awaited = seen.filter((stamp) => !hasArrived(stamp))
  if (awaited.length === 0) return
  const said = sourcedIn(row, field)
  if (said) row.sourced = { ...row.sourced, [field]: said }
  stateOf(row, field).awaited = awaited.sort()
}

function stateOf(row: Row, field: string): FieldState {
  row.states ??= {}
  const known = row.states[field]
  if (known) return known
  const state: FieldState = { leaves: [...leavesOf(row, field)] }
  row.states[field] = state
  return state
}

function insertByStamp(leaves: Leaf[], leaf: Leaf): void {
  const place = leaves.findIndex(({ stamp }) => stamp < leaf.stamp)
  if (place < 0) leaves.push(leaf)
  else leaves.splice(place, 0, leaf)
}

function follow(row: Row, field: string, moment: Moment): void {
  row.trail ??= {}
  let moments = row.trail[field]
  if (!moments) {
    moments = [...momentsOf(row, field)]
    row.trail[field] = moments
  }
  const place = moments.findLastIndex(
    (other) => other.at < moment.at || (other.at === moment.at && other.stamp < moment.stamp),
  )
  moments.splice(place + 1, 0, moment)
}

function rememberSource(row: Row, field: string, leaf: Leaf): void {
  const standing = sourcedIn(row, field)
  const newest = leaf.imported && (!standing || leaf.stamp > standing.stamp) ? leaf : standing
  if (!newest) return
  row.sourced ??= {}
  row.sourced[field] = newest
}

/** The write of a row's first operation. */
function ownLeaf(row: Row, field: string): Leaf {
  return leafOf(row.stamp, row.values[field] as Value, row.by, row.imported)
}

function leafOf(stamp: Stamp, value: Value, by: string, imported: boolean): Leaf {
  return imported ? { stamp, value, by, imported } : { stamp, value, by }
}

/** Names of fields in which the row is in conflict, sorted. */
export function conflictingFields(row: Row): string[] {
  if (!row.states) return []
  return Object.keys(row.states)
    .filter((field) => conflictIn(row, field).length > 0)
    .sort()
}
