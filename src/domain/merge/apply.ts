import type { Fields, Instant, Value } from '../model/value'
import type { Head, Heads } from './heads'
import { everyField, type Operation } from './operation'
import type { FieldState, Leaf, Row, Written } from './row'
import type { LaptopId, Stamp } from './stamp'
import { follow, isTracked } from './trail'

/** Whether a write with this stamp is known to have arrived already. */
export type HasArrived = (stamp: Stamp) => boolean

const noStamps: readonly Stamp[] = []
const noWords: readonly Written[] = []
const removal = 'removed'

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
    overwritten: undefined,
    trail: undefined,
  }
  if (operation.was) {
    for (const field in operation.fields)
      awaitPredecessors(
        row,
        field,
        writtenBy(operation, field, head),
        operation.was[field] ?? noStamps,
        hasArrived,
      )
  }
  return row
}

/**
 * Adds an operation to its row. The result depends on the set of operations applied, not on their order; the
 * caller makes sure that none is applied twice.
 */
export function applyTo(row: Row, operation: Operation, hasArrived: HasArrived): void {
  const { heads } = row
  const { entity, fields, was } = operation
  const head = heads.add(operation)
  const isUsual = !heads.imported(head) && was?.[everyField] === undefined
  for (const field in fields) {
    const value = fields[field] as Value
    const seen = was?.[field] ?? noStamps
    if (isTracked(entity, field)) follow(row, field, head, value)
    if (isUsual && isAllThatStands(row, field, seen)) {
      row.states ??= {}
      row.states[field] = head
      row.values[field] = value
      continue
    }
    const written = writtenBy(operation, field, head)
    rememberSource(row, field, written)
    write(row, field, written, seen, hasArrived)
  }
  if (heads.compare(head, row.touched) > 0) row.touched = head
  if (heads.at(head) < heads.at(row.begun)) row.begun = head
  row.revision++
}

/** The writes standing in a field, what shows first; none when nobody has written it. */
export function leavesOf(row: Row, field: string): readonly Leaf[] {
  return standingIn(row, field).map((written) => leafOf(row.heads, written))
}

/**
 * Leaves that disagree, what shows first. Empty while a predecessor is still under way: what looks like two may be one
 * after the other. A word of a source that it has said before, and that was written over, disagrees with nobody; who
 * types into a row disagrees with whoever removes it without having seen that.
 */
export function conflictIn(row: Row, field: string): readonly Leaf[] {
  const state = row.states?.[field]
  if (typeof state === 'object' && state.awaited.length > 0) return []
  const leaves = typeof state === 'object' ? state.leaves : noWords
  const [shown] = leaves
  if (leaves.some(({ value }) => value !== shown?.value)) {
    const standing = leaves.filter((leaf) => !isRepeated(row, field, leaf, leaves))
    if (standing.some(({ value }) => value !== standing[0]?.value))
      return standing.map((written) => leafOf(row.heads, written))
  }
  return field === removal && row.values[removal] === true ? disputedRemoval(row) : []
}

/** The removals of a row and, of each laptop that has typed into it meanwhile, the last that it wrote: to keep it. */
function disputedRemoval(row: Row): readonly Leaf[] {
  const { heads } = row
  const removals = standingIn(row, removal)
  const last = new Map<LaptopId, Head>()
  for (const edit of typedInto(row)) {
    const laptop = heads.laptop(edit.head)
    const known = last.get(laptop)
    if (removals.some((one) => knowEachOther(heads, one, edit))) continue
    if (known === undefined || heads.compare(edit.head, known) > 0) last.set(laptop, edit.head)
  }
  if (last.size === 0) return []
  const edits = [...last.values()].sort((a, b) => heads.compare(b, a))
  return [...removals, ...edits.map((head) => ({ head, value: false }))].map((one) => leafOf(heads, one))
}

function knowEachOther(heads: Heads, a: Written, b: Written): boolean {
  if (heads.laptop(a.head) === heads.laptop(b.head)) return true
  return Boolean(a.over?.includes(heads.stamp(b.head)) || b.over?.includes(heads.stamp(a.head)))
}

/**
 * What other laptops have written into a row and the writer has seen, though it stands in other fields: for a removal
 * what was typed, for anything else the removal.
 */
export function seenBeside(row: Row, fields: Fields, laptop: LaptopId): Stamp[] {
  const { heads } = row
  let beside: readonly Written[] = noWords
  if (fields[removal] === true) beside = typedInto(row)
  else if (row.values[removal] === true) beside = standingIn(row, removal)
  const stamps = beside
    .filter(({ head }) => heads.laptop(head) !== laptop)
    .map(({ head }) => heads.stamp(head))
  return [...new Set(stamps)]
}

/** What people have written into a row and still stands, other than its removal. */
function typedInto(row: Row): Written[] {
  return Object.keys(row.values)
    .filter((field) => field !== removal)
    .flatMap((field) => standingIn(row, field))
    .filter(({ head }) => !row.heads.imported(head))
}

/** Names of fields in which the row is in conflict, sorted. */
export function conflictingFields(row: Row): string[] {
  if (!row.states) return []
  return [...new Set([...Object.keys(row.states), removal])]
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

/**
 * Whether what was seen is just what stands in a field: nothing, or one write of a person. Nearly every write of a person
 * follows one like this, and a merge brings a million of them: then there is nothing to weigh, and nothing to remember.
 */
function isAllThatStands(row: Row, field: string, seen: readonly Stamp[]): boolean {
  const state = row.states?.[field]
  if (typeof state === 'object') return false
  if (state === undefined && !Object.hasOwn(row.values, field)) return seen.length === 0
  const [stamp] = seen
  const standing = state ?? row.first
  return seen.length === 1 && !row.heads.imported(standing) && row.heads.isStamped(standing, stamp as Stamp)
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
  const leaves: Written[] = []
  let standing = 0
  for (const leaf of standingIn(row, field)) {
    if (seen.some((stamp) => heads.isStamped(leaf.head, stamp))) {
      standing++
      rememberOverwritten(row, field, leaf)
    } else leaves.push(leaf)
  }
  let awaited = typeof before === 'object' ? before.awaited : noStamps
  if (awaited.some((stamp) => heads.isStamped(written.head, stamp))) {
    awaited = awaited.filter((stamp) => !heads.isStamped(written.head, stamp))
    rememberOverwritten(row, field, written)
  } else leaves.push(written)
  if (leaves.length > 1) sortForShowing(row, field, leaves)
  // What stands here has arrived: nearly always that is all that was seen.
  if (standing < seen.length) {
    const missing = seen.filter((other) => !awaited.includes(other) && !hasArrived(other))
    if (missing.length > 0) awaited = [...awaited, ...missing].sort()
  }
  stand(row, field, leaves, awaited)
  const shown = leaves[0]
  if (shown) row.values[field] = shown.value
}

/** A first operation that has seen others is a later one, whose predecessors are still under way. */
function awaitPredecessors(
  row: Row,
  field: string,
  written: Written,
  seen: readonly Stamp[],
  hasArrived: HasArrived,
): void {
  const awaited = seen.filter((stamp) => !hasArrived(stamp)).sort()
  if (awaited.length === 0 && !written.over) return
  const said = saidIn(row, field)
  if (said) row.sourced = { ...row.sourced, [field]: said }
  stand(row, field, [written], awaited)
}

function stand(row: Row, field: string, leaves: readonly Written[], awaited: readonly Stamp[]): void {
  const [only] = leaves
  const state: Head | FieldState =
    only && leaves.length === 1 && awaited.length === 0 && !only.over ? only.head : { leaves, awaited }
  row.states ??= {}
  row.states[field] = state
}

/** Greatest stamp first, but for what a source has only said again: that never stands before anything else. */
function sortForShowing(row: Row, field: string, leaves: Written[]): void {
  const { heads } = row
  const repeated = new Set(leaves.filter((leaf) => isRepeated(row, field, leaf, leaves)))
  leaves.sort((a, b) => Number(repeated.has(a)) - Number(repeated.has(b)) || heads.compare(b.head, a.head))
}

/**
 * Whether a leaf is a source's word that this field has had already, read from the same export on another laptop, and
 * that somebody who saw it has written over. A laptop writes no word of a source twice unless the source has said
 * another in between, and what the source says later happened later.
 */
function isRepeated(row: Row, field: string, { head, value }: Written, leaves: readonly Written[]): boolean {
  const { heads } = row
  if (!heads.imported(head)) return false
  const isUndated = heads.at(head) === heads.wall(head)
  return overwrittenWords(row, field, leaves).some(
    (word) =>
      word.value === value &&
      heads.laptop(word.head) !== heads.laptop(head) &&
      (isUndated || heads.at(head) <= heads.at(word.head)),
  )
}

/** Words of sources that were written over. The last word is among them once it stands no more. */
function overwrittenWords(row: Row, field: string, leaves: readonly Written[]): readonly Written[] {
  const kept = row.overwritten?.[field] ?? noWords
  const last = row.sourced?.[field]
  return last && !leaves.some(({ head }) => head === last.head) ? [...kept, last] : kept
}

function rememberOverwritten(row: Row, field: string, written: Written): void {
  if (!row.heads.imported(written.head) || row.sourced?.[field]?.head === written.head) return
  const kept = row.overwritten?.[field] ?? noWords
  if (kept.some(({ head }) => head === written.head)) return
  row.overwritten ??= {}
  row.overwritten[field] = [...kept, written]
}

function rememberSource(row: Row, field: string, written: Written): void {
  const { heads } = row
  const said = saidIn(row, field)
  const newer = heads.imported(written.head) && (!said || heads.compare(written.head, said.head) > 0)
  const newest = newer ? written : said
  if (!newest) return
  row.sourced ??= {}
  row.sourced[field] = newest
  if (newer && said && !standingIn(row, field).some(({ head }) => head === said.head))
    rememberOverwritten(row, field, said)
}

function writtenBy({ fields, was }: Operation, field: string, head: Head): Written {
  const value = fields[field] as Value
  const over = was?.[everyField]
  return over ? { head, value, over } : { head, value }
}

function leafOf(heads: Heads, { head, value }: Written): Leaf {
  const leaf = { stamp: heads.stamp(head), value, by: heads.by(head), at: heads.at(head) }
  return heads.imported(head) ? { ...leaf, imported: true } : leaf
}
