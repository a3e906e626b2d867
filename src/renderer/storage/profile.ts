import { type LaptopId, laptopIdFrom } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { Memory } from '@domain/notifications/plan'
import { defaultNotificationSettings, type NotificationSettings } from '@domain/notifications/settings'
import type { ReportKind } from '@domain/reporting/report-kind'
import type { BuiltInAudience } from '@domain/reporting/withholding'
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
  readonly notifications: NotificationSettings
  /** Whether there is an icon in the tray, and whether closing the window leaves the app running behind it. */
  readonly trayIcon: boolean
  readonly keepsRunning: boolean
  /** The report that was looked at last. */
  readonly reportKind: ReportKind
  /** Whom the report is for: a built-in audience, or the key of one of an engagement. */
  readonly reportAudience: string
}

export const defaultSettings: Settings = {
  userName: '',
  theme: 'system',
  density: 'compact',
  paper: 'a4',
  notifications: defaultNotificationSettings,
  trayIcon: true,
  keepsRunning: false,
  reportKind: 'daily',
  reportAudience: 'everybody' satisfies BuiltInAudience,
}

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

/** Earlier versions knew one choice: whether anybody was named. */
type StoredSettings = Partial<Settings> & { readonly withholdNames?: boolean }

export async function readSettings(database: ProfileDatabase): Promise<Settings> {
  const { withholdNames, ...stored } = ((await database.facts.get('settings'))?.value ?? {}) as StoredSettings
  const names: Partial<Settings> = withholdNames ? { reportAudience: 'without-names' } : {}
  return { ...defaultSettings, ...names, ...stored }
}

const memoryOf = (engagement: string) => `notified:${engagement}`

/** What this laptop has told about an engagement; undefined when it has not watched it yet. */
export async function readNotified(
  database: ProfileDatabase,
  engagement: string,
): Promise<Memory | undefined> {
  return (await database.facts.get(memoryOf(engagement)))?.value as Memory | undefined
}

export async function writeNotified(
  database: ProfileDatabase,
  engagement: string,
  memory: Memory,
): Promise<void> {
  await database.facts.put({ name: memoryOf(engagement), value: memory })
}
