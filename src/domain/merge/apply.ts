import type { Instant, Value } from '../model/value'
import type { Head, Heads } from './heads'
import type { Operation } from './operation'
import type { FieldState, Leaf, Row, Written } from './row'
import type { Stamp } from './stamp'
import { follow, isTracked } from './trail'

/** Whether a write with this stamp is known to have arrived already. */
export type HasArrived = (stamp: Stamp) => boolean

const noStamps: readonly Stamp[] = []

export function bornFrom(operation: Operation, heads: Heads, hasArrived: HasArrived): Row {
  const head = heads.add(operation)
  const row: Row = {
    key: operation.key,
    values: { ...operation.fields },
    heads,
    first: head,
    begun: head,
    touched: head,
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
  const { heads } = row
  const head = heads.add(operation)
  for (const field in operation.fields) {
    const written: Written = { head, value: operation.fields[field] as Value }
    if (isTracked(operation.entity, field)) follow(row, field, written)
    rememberSource(row, field, written)
    write(row, field, written, operation.was?.[field] ?? noStamps, hasArrived)
  }
  if (heads.compare(head, row.touched) > 0) row.touched = head
  if (heads.at(head) < heads.at(row.begun)) row.begun = head
  row.revision++
}

/** The writes standing in a field, greatest stamp first; none when nobody has written it. */
export function leavesOf(row: Row, field: string): readonly Leaf[] {
  return standingIn(row, field).map((written) => leafOf(row.heads, written))
}

/** Leaves that disagree. Empty while a predecessor is still under way: what looks like two may be one after the other. */
export function conflictIn(row: Row, field: string): readonly Leaf[] {
  const state = row.states?.[field]
  if (typeof state !== 'object' || state.awaited.length > 0) return []
  const [shown, ...others] = state.leaves
  return others.some(({ value }) => value !== shown?.value) ? leavesOf(row, field) : []
}

/** Names of fields in which the row is in conflict, sorted. */
export function conflictingFields(row: Row): string[] {
  if (!row.states) return []
  return Object.keys(row.states)
    .filter((field) => conflictIn(row, field).length > 0)
    .sort()
}

/** What the source last said of a field, if a source ever said anything. */
export function sourcedIn(row: Row, field: string): Leaf | undefined {
  const said = saidIn(row, field)
  return said && leafOf(row.heads, said)
}

/** When the value that a field shows was put there; -Infinity for a field that nobody has written. */
export function standsSince(row: Row, field: string): Instant {
  const [shown] = standingIn(row, field)
  return shown ? row.heads.at(shown.head) : -Infinity
}

/** When the earliest of the row's operations happened. */
export function begunAt(row: Pick<Row, 'heads' | 'begun'>): Instant {
  return row.heads.at(row.begun)
}

/** Who made the earliest of them. */
export function begunBy(row: Pick<Row, 'heads' | 'begun'>): string {
  return row.heads.by(row.begun)
}

/** Greatest stamp that has touched the row. */
export function touchedBy(row: Pick<Row, 'heads' | 'touched'>): Stamp {
  return row.heads.stamp(row.touched)
}

function standingIn(row: Row, field: string): readonly Written[] {
  const state = row.states?.[field]
  if (typeof state === 'object') return state.leaves
  return Object.hasOwn(row.values, field)
    ? [{ head: state ?? row.first, value: row.values[field] as Value }]
    : []
}

function saidIn(row: Row, field: string): Written | undefined {
  const kept = row.sourced?.[field]
  if (kept) return kept
  const untouched = row.states?.[field] === undefined && Object.hasOwn(row.values, field)
  if (!untouched || !row.heads.imported(row.first)) return undefined
  return { head: row.first, value: row.values[field] as Value }
}

function write(
  row: Row,
  field: string,
  written: Written,
  seen: readonly Stamp[],
  hasArrived: HasArrived,
): void {
  const { heads } = row
  const before = row.states?.[field]
  const stamp = heads.stamp(written.head)
  const leaves = standingIn(row, field).filter(({ head }) => !seen.includes(heads.stamp(head)))
  let awaited = typeof before === 'object' ? before.awaited : noStamps
  if (awaited.includes(stamp)) awaited = awaited.filter((other) => other !== stamp)
  else insertByStamp(heads, leaves, written)
  const missing = seen.filter((other) => !awaited.includes(other) && !hasArrived(other))
  if (missing.length > 0) awaited = [...awaited, ...missing].sort()
  stand(row, field, leaves, awaited)
  const shown = leaves[0]
  if (shown) row.values[field] = shown.value
}

/** A first operation that has seen others is a later one, whose predecessors are still under way. */
function awaitPredecessors(row: Row, field: string, seen: readonly Stamp[], hasArrived: HasArrived): void {
  const awaited = seen.filter((stamp) => !hasArrived(stamp)).sort()
  if (awaited.length === 0) return
  const said = saidIn(row, field)
  if (said) row.sourced = { ...row.sourced, [field]: said }
  stand(row, field, standingIn(row, field), awaited)
}

function stand(row: Row, field: string, leaves: readonly Written[], awaited: readonly Stamp[]): void {
  const [only] = leaves
  const state: Head | FieldState =
    only && leaves.length === 1 && awaited.length === 0 ? only.head : { leaves, awaited }
  row.states ??= {}
  row.states[field] = state
}

function insertByStamp(heads: Heads, leaves: Written[], written: Written): void {
  const place = leaves.findIndex(({ head }) => heads.compare(head, written.head) < 0)
  if (place < 0) leaves.push(written)
  else leaves.splice(place, 0, written)
}

function rememberSource(row: Row, field: string, written: Written): void {
  const { heads } = row
  const said = saidIn(row, field)
  const newer = heads.imported(written.head) && (!said || heads.compare(written.head, said.head) > 0)
  const newest = newer ? written : said
  if (!newest) return
  row.sourced ??= {}
  row.sourced[field] = newest
}

function leafOf(heads: Heads, { head, value }: Written): Leaf {
  const leaf = { stamp: heads.stamp(head), value, by: heads.by(head) }
  return heads.imported(head) ? { ...leaf, imported: true } : leaf
}
