import type { SharedFile } from '@contract/ipc'
import type { Extents } from '@domain/merge/seen'
import type { LaptopId } from '@domain/merge/stamp'
import type { EngagementDatabase } from './database'

/** What this laptop remembers of the sync folder between two looks into it. */
export interface SyncMemory {
  /** Files that were read, by place; a file that has changed since is read again. */
  readonly read: Readonly<Record<string, string>>
  /** What this laptop has put there; another laptop id starts anew. */
  readonly written: Written
}

/** Of another size than it was written, it has been torn. */
export interface OwnFile {
  readonly name: string
  readonly size: number
}

export interface Written {
  readonly laptop: LaptopId
  readonly files: readonly OwnFile[]
  /** What these files hold together. */
  readonly holds: Extents
}

const factName = 'syncFolder'

export const nothingWritten = (laptop: LaptopId): Written => ({ laptop, files: [], holds: {} })

export async function readSyncMemory({ facts }: EngagementDatabase, laptop: LaptopId): Promise<SyncMemory> {
  const stored = (await facts.get(factName))?.value as SyncMemory | undefined
  if (!stored) return { read: {}, written: nothingWritten(laptop) }
  return stored.written.laptop === laptop ? stored : { ...stored, written: nothingWritten(laptop) }
}

export async function writeSyncMemory({ facts }: EngagementDatabase, memory: SyncMemory): Promise<void> {
  await facts.put({ name: factName, value: memory })
}

/** Forgets everything, for another folder. */
export async function forgetSyncMemory({ facts }: EngagementDatabase): Promise<void> {
  await facts.delete(factName)
}

export const placeOf = ({ laptop, name }: SharedFile): string => `${laptop}/${name}`
/** Differs where the file has changed. */
export const markOf = ({ size, modified }: SharedFile): string => `${size}.${modified}`
