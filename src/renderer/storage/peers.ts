import type { ToldCopy } from '@domain/merge/freshness'
import type { LaptopId } from '@domain/merge/stamp'
import { EngagementDatabase, type Fact } from './database'

/** What is known of another laptop's copy of the engagement, from the last bundle that it wrote. */
export interface Peer extends ToldCopy {
  /** The key that signed it. */
  readonly publicKey?: string
}

const factOf = (laptop: LaptopId) => `peer:${laptop}`

export async function peersOf(database: EngagementDatabase): Promise<Peer[]> {
  const facts = await database.facts.where('name').startsWith('peer:').toArray()
  return facts.map(({ value }) => value as Peer)
}

/** Those of all laptops but this one. */
export async function othersOf(engagement: string, own: LaptopId): Promise<Peer[]> {
  const database = new EngagementDatabase(engagement)
  try {
    return (await peersOf(database)).filter(({ laptop }) => laptop !== own)
  } finally {
    database.close()
  }
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
