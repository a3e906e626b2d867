import { type LaptopId, laptopIdFrom } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { ProfileDatabase } from './database'

/** What the profile knows of an engagement without opening its database. */
export interface EngagementEntry {
  readonly id: string
  readonly name: string
  readonly client: string
  readonly system: string
  readonly createdAt: Instant
  readonly openedAt: Instant
  readonly archived: boolean
  readonly demo: boolean
}

/** Choices of this laptop's user; never part of an engagement, never in a bundle. */
export interface Settings {
  /** How the user is named in what they change. */
  readonly userName: string
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'comfortable'
  readonly paper: 'a4' | 'letter'
}

export const defaultSettings: Settings = { userName: '', theme: 'system', density: 'compact', paper: 'a4' }

interface Identity {
  readonly laptop: LaptopId
  readonly fingerprint: string
}

/**
 * Who this laptop is. A profile that finds itself copied becomes a laptop of its own; `isNew` when the database
 * knew of none at all.
 */
export async function readIdentity(
  database: ProfileDatabase,
  fingerprint: string,
  random: Uint8Array,
): Promise<{ readonly laptop: LaptopId; readonly isNew: boolean }> {
  const stored = (await database.facts.get('identity'))?.value as Identity | undefined
  if (stored?.fingerprint === fingerprint) return { laptop: stored.laptop, isNew: false }
  return { laptop: await writeIdentity(database, fingerprint, random), isNew: stored === undefined }
}

export async function writeIdentity(
  database: ProfileDatabase,
  fingerprint: string,
  random: Uint8Array,
): Promise<LaptopId> {
  const identity: Identity = { laptop: laptopIdFrom(random), fingerprint }
  await database.facts.put({ name: 'identity', value: identity })
  return identity.laptop
}

export async function readSettings(database: ProfileDatabase): Promise<Settings> {
  const stored = (await database.facts.get('settings'))?.value as Partial<Settings> | undefined
  return { ...defaultSettings, ...stored }
}
