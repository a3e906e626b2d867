import type { BackupEntry } from '@contract/ipc'
import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import { defaultPolicy, engagementKey } from '@domain/model/engagement'
import type { Engagement } from '@domain/model/entities'
import type { Instant } from '@domain/model/value'
import type { Memory } from '@domain/notifications/plan'
import { request } from '../app/bridge'
import type { EngagementJobs } from '../workers/engagement.worker'
import type { RebuildResult } from '../workers/jobs/rebuild'
import type { Report, WorkerCalls } from '../workers/rpc'
import { inWorker } from '../workers/spawn'
import { type MakeBackup, readBackup, writeBackup } from './backup'
import {
  databaseExists,
  deleteDatabase,
  EngagementDatabase,
  ProfileDatabase,
  type StoredEngagement,
} from './database'
import { type KnownLaptop, knownLaptops, type Meeting, meet } from './known-laptops'
import type { Prepared } from './load'
import type { OpenEngagement } from './open-engagement'
import { openEngagement } from './opening'
import {
  type EngagementEntry,
  readIdentity,
  readNotified,
  readSettings,
  type Settings,
  writeIdentity,
  writeNotified,
} from './profile'
import { isInPlace } from './restoration'
import { schemaVersion } from './schema-version'

export { DamagedEngagement } from './load'

export function openWorkspace(): Promise<Workspace> {
  return Workspace.open()
}

/** Which demo is made. */
export interface DemoChoice {
  readonly issues: number
  readonly seed: number
  /** Told to its exit, with the sponsor's signature. */
  readonly whole?: boolean
}

/** This laptop: who it is, which engagements it holds, what its user has chosen. */
export class Workspace {
  /** Grows with every change to the settings or the list of engagements. */
  revision = 0
  private entries: readonly EngagementEntry[] = []
  private readonly listeners = new Set<() => void>()

  private constructor(
    private readonly database: ProfileDatabase,
    private readonly fingerprint: string,
    private identity: LaptopId,
    private chosen: Settings,
    private readonly fixedNow: Instant | null,
    /** True when the profile has been used before but its database is empty: something took it away. */
    readonly lostDatabase: boolean,
  ) {}

  static async open(): Promise<Workspace> {
    const info = request('app.info', undefined)
    const database = new ProfileDatabase()
    const random = crypto.getRandomValues(new Uint8Array(10))
    const [{ fingerprint, fixedNow, profileIsNew }, settings, entries, { laptop, isNew }] = await Promise.all(
      [
        info,
        readSettings(database),
        database.engagements.toArray(),
        info.then(({ fingerprint }) => readIdentity(database, fingerprint, random)),
      ],
    )
    const workspace = new Workspace(database, fingerprint, laptop, settings, fixedNow, !profileIsNew && isNew)
    workspace.entries = sorted(entries)
    return workspace
  }

  get laptop(): LaptopId {
    return this.identity
  }

  get settings(): Settings {
    return this.chosen
  }

  /** Last opened first. */
  get engagements(): readonly EngagementEntry[] {
    return this.entries
  }

  readonly now = (): Instant => this.fixedNow ?? Date.now()

  /** Under `--now` nothing ever falls due. */
  get timeStandsStill(): boolean {
    return this.fixedNow !== null
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async saveSettings(patch: Partial<Settings>): Promise<void> {
    // Taken over at once: a second choice made while this one is being stored must build on it.
    this.chosen = { ...this.chosen, ...patch }
    this.announce()
    await this.database.facts.put({ name: 'settings', value: this.chosen })
  }

  /** What this laptop has told about an engagement; undefined when it has not watched it yet. */
  notified(engagement: string): Promise<Memory | undefined> {
    return readNotified(this.database, engagement)
  }

  saveNotified(engagement: string, memory: Memory): Promise<void> {
    return writeNotified(this.database, engagement, memory)
  }

  /** Returns the new engagement's id. It is made with the usual policy and calendar where `fields` say nothing. */
  async createEngagement(fields: Engagement): Promise<string> {
    const id = newEngagementId()
    const values = { ...defaultPolicy, ...fields, id }
    const database = new EngagementDatabase(id)
    await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
    database.close()
    const session = await this.open(id)
    await session.begin('Engagement created', [{ entity: 'engagement', key: engagementKey, fields: values }])
    await session.close()
    await this.note({
      id,
      name: fields.name ?? 'Engagement',
      client: fields.client ?? '',
      system: fields.system ?? '',
      demo: fields.demo ?? false,
    })
    return id
  }

  /**
   * Returns the id of a new engagement filled with the demo. Stopped or failed, it leaves nothing behind.
   * @param signal aborted with the error to throw
   */
  async createDemo(options: DemoChoice, report?: Report, signal?: AbortSignal): Promise<string> {
    const id = newEngagementId()
    const input = {
      engagement: id,
      change: crypto.randomUUID(),
      laptop: this.laptop,
      now: this.now(),
      ...options,
    }
    try {
      await inWorker((worker) => worker.call('demo', input, report), signal)
      const session = await this.open(id)
      const values = session.replica.rows('engagement').get(engagementKey)?.values
      try {
        if (options.whole) {
          report?.({ step: 'Signing its exit', done: 0, total: 0 })
          // What signing takes is large, and only needed here.
          const { signDemo } = await import('./signed-demo')
          await signDemo(session, input.now, this.settings.paper)
        }
      } finally {
        await session.close()
      }
      signal?.throwIfAborted()
      await this.note({
        id,
        name: values?.name ?? 'Demo',
        client: values?.client ?? '',
        system: values?.system ?? '',
        demo: true,
      })
    } catch (error) {
      await deleteDatabase(id)
      throw error
    }
    return id
  }

  /**
   * @param preparing rows that may be this engagement's
   * @throws DamagedEngagement when what is stored is not what was written; a backup helps.
   */
  async open(id: string, preparing?: Promise<Prepared | undefined>): Promise<OpenEngagement> {
    const opening = {
      laptop: () => this.laptop,
      becomeAnother: () => this.becomeAnother(),
      userName: () => this.chosen.userName || 'This laptop',
      now: this.now,
      backUp: (reason: string) => this.backUp(id, reason),
      afterWrite: (replica: Replica) => void this.follow(id, replica),
    }
    const session = await openEngagement(id, opening, preparing)
    const entry = this.entries.find((other) => other.id === id)
    if (entry) void this.put({ ...entry, openedAt: this.now() })
    return session
  }

  async archive(id: string, archived: boolean): Promise<void> {
    const entry = this.entries.find((other) => other.id === id)
    if (entry) await this.put({ ...entry, archived })
  }

  backups(): Promise<readonly BackupEntry[]> {
    return request('backup.list', undefined)
  }

  async backUp(
    id: string,
    reason: string,
    report?: Report,
    signal?: AbortSignal,
    make?: MakeBackup,
  ): Promise<void> {
    const entry = this.entries.find((other) => other.id === id)
    await writeBackup(
      {
        engagement: id,
        name: entry?.name ?? '',
        client: entry?.client ?? '',
        laptop: this.laptop,
        now: this.now(),
        reason,
      },
      report,
      signal,
      make,
    )
  }

  /**
   * Puts a backup in place of its engagement, which must not be open. Returns the engagement's id, also when it was
   * stopped too late: what it replaced is then in the backup that was written before.
   * @param signal aborted with the error to throw
   * @throws BundleProblem, WriteRefused, or what it was stopped with; nothing has changed then.
   */
  async restore(name: string, report?: Report, signal?: AbortSignal): Promise<string> {
    const file = await readBackup(name, report, signal)
    const { engagement, ...about } = await inWorker(async (worker) => {
      const read = await worker.call('readBackup', { file }, report)
      await this.putInPlace(read.engagement, worker, report, signal)
      return read
    }, signal)
    // The restored log ends before what this laptop has written since; as the same laptop it would count twice.
    await this.becomeAnother()
    const { name: title, client, system, demo } = about
    await this.note({ id: engagement, name: title, client, system, demo })
    return engagement
  }

  private async putInPlace(
    engagement: string,
    worker: WorkerCalls<EngagementJobs>,
    report: Report | undefined,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const stood = await databaseExists(engagement)
    // What stands there now may still be wanted; when it cannot be read there is nothing to keep.
    if (stood) await this.backUp(engagement, 'before restore', report, signal).catch(() => undefined)
    signal?.throwIfAborted()
    const restoration = crypto.randomUUID()
    try {
      await worker.call('putInPlace', { restoration }, report)
    } catch (error) {
      if (!stood) await deleteDatabase(engagement)
      else if (await isInPlace(engagement, restoration)) return
      throw error
    }
  }

  /** A new id, so that no number is ever used twice under the old one. */
  private async becomeAnother(): Promise<void> {
    const random = crypto.getRandomValues(new Uint8Array(10))
    this.identity = await writeIdentity(this.database, this.fingerprint, random)
  }

  /** The key that this laptop's bundles are signed with; others hold what they see against it. */
  async publicKey(): Promise<string> {
    // What encrypts is large, and no start needs it.
    const { laptopKeys } = await import('./laptop-keys')
    return (await laptopKeys(this.database, this.identity)).signing.publicKey
  }

  /** Every other laptop that a bundle was taken from. */
  knownLaptops(): Promise<KnownLaptop[]> {
    return knownLaptops(this.database)
  }

  /** Remembers the laptop that has written a bundle. @param acceptKey takes its key for its own from now on */
  meet(met: Omit<Meeting, 'at'>, acceptKey: boolean): Promise<void> {
    return meet(this.database, { ...met, at: this.now() }, acceptKey)
  }

  /** Lists an engagement that a bundle has brought, under the name that its own row gives it. */
  async noteJoined(id: string): Promise<void> {
    const session = await this.open(id)
    const values = session.replica.rows('engagement').get(engagementKey)?.values
    await session.close()
    const { name = '', client = '', system = '', demo = false } = values ?? {}
    await this.note({ id, name: name ?? '', client: client ?? '', system: system ?? '', demo: demo ?? false })
  }

  rebuild(id: string): Promise<RebuildResult> {
    return inWorker((worker) => worker.call('rebuild', { engagement: id }))
  }

  /** The list of engagements calls each as its own row does, also after it was renamed, imported or restored. */
  private async follow(id: string, replica: Replica): Promise<void> {
    const entry = this.entries.find((other) => other.id === id)
    const values = replica.rows('engagement').get(engagementKey)?.values
    if (!entry || !values) return
    const { name, client, system } = { ...entry, ...values }
    if (name === entry.name && client === entry.client && system === entry.system) return
    await this.put({ ...entry, name: name ?? '', client: client ?? '', system: system ?? '' })
  }

  private async note(
    fields: Pick<EngagementEntry, 'id' | 'name' | 'client' | 'system' | 'demo'>,
  ): Promise<void> {
    const now = this.now()
    const before = this.entries.find(({ id }) => id === fields.id)
    await this.put({ createdAt: before?.createdAt ?? now, archived: false, ...fields, openedAt: now })
  }

  private async put(entry: StoredEngagement): Promise<void> {
    await this.database.engagements.put(entry)
    this.entries = sorted([...this.entries.filter(({ id }) => id !== entry.id), entry])
    this.announce()
  }

  private announce(): void {
    this.revision++
    for (const listener of this.listeners) listener()
  }
}

function sorted(entries: readonly EngagementEntry[]): EngagementEntry[] {
  return [...entries].sort((a, b) => b.openedAt - a.openedAt)
}

function newEngagementId(): string {
  return `e-${crypto.randomUUID().slice(0, 13)}`
}
