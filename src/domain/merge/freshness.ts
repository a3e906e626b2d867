import type { Instant } from '../model/value'
import type { Extents, Seen } from './seen'
import { type LaptopId, stampWall } from './stamp'

const day = 24 * 60 * 60_000

/** What another laptop told of its copy of the engagement with its last bundle. */
export interface ToldCopy {
  readonly laptop: LaptopId
  readonly writer: string
  /** What it held when it wrote that bundle. */
  readonly seen: Extents
  /** When it wrote it, by its own clock; and when it was read here. */
  readonly writtenAt: Instant
  readonly readAt: Instant
}

/** How far this laptop and another know each other's writing. */
export interface Freshness {
  readonly laptop: LaptopId
  readonly writer: string
  /** Up to when this laptop knows what the other one wrote. */
  readonly heardAt: Instant
  /** Operations that the other has and this one lacks, and the other way round. */
  readonly weLack: number
  readonly itLacks: number
}

/** Every other laptop, by the name of its writer. @param seen what this laptop holds */
export function freshnessOf(
  copies: readonly ToldCopy[],
  seen: ReadonlyMap<LaptopId, Seen>,
): readonly Freshness[] {
  return copies
    .map((copy) => ({
      laptop: copy.laptop,
      writer: copy.writer,
      heardAt: heardAt(copy, seen.get(copy.laptop)),
      weLack: lackOf(copy.seen, (laptop) => seen.get(laptop)?.to ?? 0),
      itLacks: lackOf(
        Object.fromEntries([...seen].map(([laptop, { to }]) => [laptop, to])),
        (laptop) => copy.seen[laptop] ?? 0,
      ),
    }))
    .sort((a, b) => (a.writer === b.writer ? (a.laptop < b.laptop ? -1 : 1) : a.writer < b.writer ? -1 : 1))
}

/**
 * A bundle that lay in a bag for two days tells of two days ago; but one that a third laptop has passed on may have
 * brought later words. No clock ahead makes what was read earlier any fresher.
 */
function heardAt({ writtenAt, readAt }: ToldCopy, own: Seen | undefined): Instant {
  const told = Math.min(writtenAt, readAt)
  const brought = own?.stamp ? stampWall(own.stamp) : told
  return Math.max(told, Math.min(brought, readAt))
}

function lackOf(has: Extents, other: (laptop: LaptopId) => number): number {
  return Object.entries(has).reduce((sum, [laptop, to]) => sum + Math.max(0, to - other(laptop)), 0)
}

/** Laptops whose changes of some time up to `asOf` are missing here, and since when the first of them is. */
export interface Unheard {
  readonly laptops: readonly Freshness[]
  readonly since: Instant | undefined
}

/**
 * Those not heard of for longer than a day, and those that have told of changes which have not arrived.
 * @param isWaitedFor not so for a laptop that was put away
 */
export function unheardAt(
  asOf: Instant,
  copies: readonly ToldCopy[],
  seen: ReadonlyMap<LaptopId, Seen>,
  isWaitedFor: (laptop: Freshness) => boolean = () => true,
): Unheard {
  const laptops = freshnessOf(copies, seen).filter(
    (laptop) => (asOf - laptop.heardAt > day || laptop.weLack > 0) && isWaitedFor(laptop),
  )
  const since = laptops.length > 0 ? Math.min(...laptops.map(({ heardAt }) => heardAt)) : undefined
  return { laptops, since }
}
