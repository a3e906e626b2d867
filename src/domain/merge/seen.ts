import type { Operation } from './operation'
import { type LaptopId, type Stamp, stampLaptop } from './stamp'

/** What has been seen of one laptop: everything up to `to`, whose stamp is `stamp`, and some beyond a hole. */
export interface Seen {
  to: number
  stamp: Stamp | ''
  beyond: Map<number, Stamp>
  beyondStamps: Set<Stamp>
}

export function nothingSeen(): Seen {
  return { to: 0, stamp: '', beyond: new Map(), beyondStamps: new Set() }
}

/** Whether the laptop's operation of this number has been seen. */
export function hasSeen(seen: Seen | undefined, seq: number): boolean {
  return seen !== undefined && (seq <= seen.to || seen.beyond.has(seq))
}

/** Whether the write with this stamp has been seen. */
export function hasArrivedIn(all: ReadonlyMap<LaptopId, Seen>, stamp: Stamp): boolean {
  const seen = all.get(stampLaptop(stamp))
  return seen !== undefined && (stamp <= seen.stamp || seen.beyondStamps.has(stamp))
}

/** Notes an operation; false when it had been seen before. */
export function noteSeen(
  all: Map<LaptopId, Seen>,
  { laptop, seq, stamp }: Pick<Operation, 'laptop' | 'seq' | 'stamp'>,
): boolean {
  let seen = all.get(laptop)
  if (!seen) {
    seen = nothingSeen()
    all.set(laptop, seen)
  }
  if (hasSeen(seen, seq)) return false
  if (seq !== seen.to + 1) {
    seen.beyond.set(seq, stamp)
    seen.beyondStamps.add(stamp)
    return true
  }
  seen.to = seq
  seen.stamp = stamp
  for (let next = seen.beyond.get(seen.to + 1); next !== undefined; next = seen.beyond.get(seen.to + 1)) {
    seen.to++
    seen.stamp = next
    seen.beyond.delete(seen.to)
    seen.beyondStamps.delete(next)
  }
  return true
}

/** Laptop → the last of its operations that has been seen without a hole. */
export type Extents = Readonly<Record<LaptopId, number>>

export function extentsOf(all: ReadonlyMap<LaptopId, Seen>): Record<LaptopId, number> {
  return Object.fromEntries([...all].map(([laptop, { to }]) => [laptop, to]))
}

/** A copy that can be noted in without the original knowing. */
export function copyOfSeen(all: ReadonlyMap<LaptopId, Seen>): Map<LaptopId, Seen> {
  return new Map(
    [...all].map(([laptop, { to, stamp, beyond, beyondStamps }]) => [
      laptop,
      { to, stamp, beyond: new Map(beyond), beyondStamps: new Set(beyondStamps) },
    ]),
  )
}
