import { fieldsProblem } from '../model/entities'
import type { Fields, Instant } from '../model/value'
import { leavesOf, seenBeside, sourcedIn } from './apply'
import { everyField, type Operation } from './operation'
import type { Replica } from './replica'
import type { Row } from './row'
import { type Clock, formatStamp, type LaptopId, type Stamp, tick } from './stamp'

/**
 * What somebody wants written, before it has a stamp. `over` says what the writer was looking at: what is
 * shown (a person), what the source said last time (an import), or the same as the last write of this change, beside
 * which this one stands: a conflict that was settled comes back. An import that has not seen a local edit
 * must not claim to, or the edit would be lost instead of standing beside it as a conflict.
 */
export interface Intent {
  readonly entity: string
  readonly key: string
  readonly fields: Fields
  readonly at?: Instant
  readonly by?: string
  readonly over?: 'shown' | 'source' | 'beside'
  /** Why, where that is not the cause of the whole change: taking an import back also takes back the source's word. */
  readonly cause?: string
}

export interface Author {
  readonly laptop: LaptopId
  readonly by: string
  readonly clock: Clock
  /** The last sequence number this laptop has used. */
  readonly seq: number
  readonly now: Instant
  readonly cause?: string
}

export interface Authored {
  readonly operations: readonly Operation[]
  readonly clock: Clock
  readonly seq: number
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Operations that are authored but not applied yet, oldest first, by entity and key. */
export type JustWritten = Map<string, Map<string, Operation[]>>

/** A laptop's clock may differ this much from its stamps before an operation says its own time. */
const stampSlack = 60_000

/**
 * Turns intents into operations of this laptop. The replica must not hold any of them yet, and must be the
 * one that the writer saw. Two intents for the same field of one row follow each other; where a long list is
 * authored in pieces, `justWritten` carries that from piece to piece.
 * @throws RangeError when a field's value is not of its kind: a mistake of the caller, never of a user.
 */
export function author(
  intents: Iterable<Intent>,
  replica: Replica,
  author: Author,
  justWritten: JustWritten = new Map(),
): Authored {
  const operations: Operation[] = []
  let { clock, seq } = author
  for (const intent of intents) {
    const problem = fieldsProblem(intent.entity, intent.fields)
    if (problem) throw new RangeError(problem)
    clock = tick(clock, author.now)
    seq++
    const stamp = formatStamp({ ...clock, laptop: author.laptop })
    let ofEntity = justWritten.get(intent.entity)
    if (!ofEntity) {
      ofEntity = new Map()
      justWritten.set(intent.entity, ofEntity)
    }
    const written = ofEntity.get(intent.key)
    const was = predecessors(intent, replica, written, author.laptop)
    const cause = intent.cause ?? author.cause
    const at = intent.at ?? (Math.abs(clock.wall - author.now) > stampSlack ? author.now : undefined)
    const operation: Writable<Operation> = {
      stamp,
      laptop: author.laptop,
      seq,
      by: intent.by ?? author.by,
      entity: intent.entity,
      key: intent.key,
      fields: intent.fields,
    }
    if (was) operation.was = was
    if (at !== undefined) operation.at = at
    if (cause !== undefined) operation.cause = cause
    operations.push(operation)
    if (written) written.push(operation)
    else ofEntity.set(intent.key, [operation])
  }
  return { operations, clock, seq }
}

function predecessors(
  intent: Intent,
  replica: Replica,
  justWritten: readonly Operation[] | undefined,
  laptop: LaptopId,
): Record<string, readonly Stamp[]> | undefined {
  const row = replica.table(intent.entity).get(intent.key)
  if (!row && !justWritten) return undefined
  let was: Record<string, readonly Stamp[]> | undefined
  for (const field in intent.fields) {
    const own = justWritten?.findLast(({ fields }) => Object.hasOwn(fields, field))
    let seen: readonly Stamp[] = []
    if (own && intent.over === 'beside') seen = own.was?.[field] ?? []
    else if (own) seen = [own.stamp]
    else if (row && intent.over === 'source') seen = saidBySources(row, field)
    else if (row) seen = leavesOf(row, field).map(({ stamp }) => stamp)
    if (seen.length === 0) continue
    was ??= {}
    was[field] = seen
  }
  const beside = row ? seenBeside(row, intent.fields, laptop) : []
  return beside.length > 0 ? { ...was, [everyField]: beside } : was
}

/** The source's last word, and with it any other that still stands: two laptops may have read the same file. */
function saidBySources(row: Row, field: string): readonly Stamp[] {
  const standing = leavesOf(row, field).filter(({ imported }) => imported)
  const last = sourcedIn(row, field)
  const said = last ? [last, ...standing] : standing
  return [...new Set(said.map(({ stamp }) => stamp))]
}
