import type { Extents } from '@domain/merge/seen'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { EngagementDatabase, Fact } from './database'

/** What is known of another laptop's copy of the engagement, from the last bundle that it wrote. */
export interface Peer {
  readonly laptop: LaptopId
  readonly writer: string
  /** What it held when it wrote that bundle. */
  readonly seen: Extents
  /** When it wrote it, by its own clock; and when it was read here. */
  readonly writtenAt: Instant
  readonly readAt: Instant
}

const factOf = (laptop: LaptopId) => `peer:${laptop}`

export async function peersOf(database: EngagementDatabase): Promise<Peer[]> {
  const facts = await database.facts.where('name').startsWith('peer:').toArray()
  return facts.map(({ value }) => value as Peer)
}

export async function peerOf(database: EngagementDatabase, laptop: LaptopId): Promise<Peer | undefined> {
  return (await database.facts.get(factOf(laptop)))?.value as Peer | undefined
}

/** The fact to store, or none where a later bundle of that laptop has been read already. */
export async function peerFact(database: EngagementDatabase, peer: Peer): Promise<Fact | undefined> {
  const before = await peerOf(database, peer.laptop)
  return before && isLater(before, peer) ? undefined : { name: factOf(peer.laptop), value: peer }
}

/** Bundles can be read in any order. A laptop's own count only grows, whatever its clock does. */
export function isLater(a: Peer, b: Peer): boolean {
  const [own, other] = [a.seen[a.laptop] ?? 0, b.seen[b.laptop] ?? 0]
  return own === other ? a.writtenAt > b.writtenAt : own > other
}
