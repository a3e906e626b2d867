import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { ProfileDatabase } from './database'

/** Another laptop, as this one knows it from the bundles that it has signed. */
export interface KnownLaptop {
  readonly laptop: LaptopId
  /** Who writes on it. */
  readonly writer: string
  /** The signing key that is trusted: that of the first bundle, or the one that a person has accepted since. */
  readonly publicKey: string
  readonly recipient: string | null
  readonly firstMetAt: Instant
  readonly lastMetAt: Instant
}

const factOf = (laptop: LaptopId) => `laptop:${laptop}`

export async function knownLaptop(
  database: ProfileDatabase,
  laptop: LaptopId,
): Promise<KnownLaptop | undefined> {
  return (await database.facts.get(factOf(laptop)))?.value as KnownLaptop | undefined
}

export async function knownLaptops(database: ProfileDatabase): Promise<KnownLaptop[]> {
  const facts = await database.facts.where('name').startsWith('laptop:').toArray()
  return facts.map(({ value }) => value as KnownLaptop)
}

export interface Meeting {
  readonly laptop: LaptopId
  readonly writer: string
  readonly publicKey: string
  readonly recipient: string | null
  readonly at: Instant
}

/**
 * Remembers a laptop whose bundle was taken in. A key that is not the one remembered stays a stranger's, unless a
 * person has accepted it.
 */
export async function meet(database: ProfileDatabase, meeting: Meeting, acceptKey: boolean): Promise<void> {
  const { at, ...told } = meeting
  const before = await knownLaptop(database, meeting.laptop)
  if (before && before.publicKey !== meeting.publicKey && !acceptKey) return
  const known: KnownLaptop = { ...told, firstMetAt: before?.firstMetAt ?? at, lastMetAt: at }
  await database.facts.put({ name: factOf(meeting.laptop), value: known })
}
