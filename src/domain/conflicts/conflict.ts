import { conflictIn, leavesOf } from '../merge/apply'
import type { ConflictList } from '../merge/conflict-list'
import type { Leaf, Row } from '../merge/row'
import { type LaptopId, stampLaptop } from '../merge/stamp'
import type { Value } from '../model/value'
import { isAbout } from './together'

/** Who wrote a value, where and when. */
export interface Writer {
  readonly by: string
  readonly at: number
  readonly stamp: Leaf['stamp']
  readonly laptop: LaptopId
  readonly isMine: boolean
  readonly isImported: boolean
}

/** One of the values that disagree, and everybody who wrote it. */
export interface Side {
  readonly value: Value
  readonly writers: readonly Writer[]
  readonly isMine: boolean
  readonly isShown: boolean
}

/** A field whose values disagree, or issues that are duplicates of each other: then each side is one that stays. */
export interface Conflict {
  readonly id: string
  readonly kind: 'field' | 'circle'
  readonly entity: string
  readonly field: string
  readonly row: Row
  /** What this laptop wrote first, then the others, newest first. */
  readonly sides: readonly Side[]
}

/** This laptop, and who writes on it. */
export interface Self {
  readonly laptop: LaptopId
  readonly by: string
}

/** Everything in conflict as this laptop sees it. */
export function conflictsAt(list: ConflictList, self: Self): Conflict[] {
  const circles = list.circles().map((rows) => circle(rows, self.laptop))
  const fields = list.all().map(({ entity, row, field }) => conflictOf(entity, row, field, self))
  return [...circles, ...leadersFirst(fields)]
}

/** Of one row, what only says more about another field comes after what does not. */
function leadersFirst(conflicts: readonly Conflict[]): Conflict[] {
  const places = new Map<Row, number>()
  for (const [place, { row }] of conflicts.entries()) if (!places.has(row)) places.set(row, place)
  const rank = ({ row, entity, field }: Conflict) =>
    [places.get(row) ?? 0, Number(isAbout(entity, field))] as const
  return [...conflicts].sort((a, b) => {
    const [[left, isLeftAbout], [right, isRightAbout]] = [rank(a), rank(b)]
    return left - right || isLeftAbout - isRightAbout
  })
}

export function conflictOf(entity: string, row: Row, field: string, { laptop, by }: Self): Conflict {
  const leaves = conflictIn(row, field)
  const own = leaves.filter((leaf) => isOf(leaf, laptop))
  // A conflict that undo has brought back was written here as a whole, each value in the name of its writer.
  const isRevived = new Set(own.map(({ value }) => value)).size > 1 && own.some((leaf) => leaf.by === by)
  const isMine = (leaf: Leaf) => isOf(leaf, laptop) && (!isRevived || leaf.by === by)
  const values = [...new Set(leaves.map(({ value }) => value))]
  const sides = values.map((value, index) => {
    const writers = leaves.filter((leaf) => leaf.value === value).map((leaf) => writerOf(leaf, isMine(leaf)))
    return { value, writers, isMine: writers.some(({ isMine }) => isMine), isShown: index === 0 }
  })
  return {
    id: JSON.stringify([entity, row.key, field]),
    kind: 'field',
    entity,
    field,
    row,
    sides: mineFirst(sides),
  }
}

/** The sides of a circle: the issue that shall stay, and who made it a duplicate. */
function circle(rows: readonly Row[], laptop: LaptopId): Conflict {
  const [row] = rows
  if (!row) throw new RangeError('A circle has issues')
  const sides = rows.map((each) => {
    // Whoever made the others a duplicate of this one wanted this one to stay.
    const makers = rows.filter(({ values }) => values.duplicateOf === each.key)
    const writers = makers.flatMap((maker) => madeDuplicateBy(maker, laptop))
    return { value: each.key, writers, isMine: writers.some(({ isMine }) => isMine), isShown: false }
  })
  const id = JSON.stringify(['circle', ...rows.map(({ key }) => key)])
  return { id, kind: 'circle', entity: 'issue', field: 'duplicateOf', row, sides: mineFirst(sides) }
}

function madeDuplicateBy(row: Row, laptop: LaptopId): Writer[] {
  const [leaf] = leavesOf(row, 'duplicateOf')
  return leaf ? [writerOf(leaf, isOf(leaf, laptop))] : []
}

const isOf = ({ stamp, imported }: Leaf, laptop: LaptopId) => !imported && stampLaptop(stamp) === laptop

function writerOf({ stamp, by, at, imported }: Leaf, isMine: boolean): Writer {
  return { by, at, stamp, laptop: stampLaptop(stamp), isMine, isImported: imported === true }
}

function mineFirst(sides: readonly Side[]): Side[] {
  const newest = ({ writers }: Side) => Math.max(...writers.map(({ at }) => at))
  return [...sides].sort((a, b) => Number(b.isMine) - Number(a.isMine) || newest(b) - newest(a))
}
