import type { Lock } from '@domain/bundle/encryption'
import { extentsOf } from '@domain/merge/seen'
import type { LaptopId } from '@domain/merge/stamp'
import { engagementKey } from '@domain/model/engagement'
import type { ExportedBundle } from '../workers/jobs/export-bundle'
import type { BundlePreview, BundleSummary } from '../workers/jobs/merging'
import type { Withdrawn } from '../workers/jobs/withdraw-bundle'
import type { Report } from '../workers/rpc'
import { bundleWorker, inBundleWorker } from '../workers/spawn'
import { changeOf } from './change-of'
import { databaseExists, deleteDatabase, EngagementDatabase } from './database'
import type { Change, EngagementSession } from './session'
import type { Workspace } from './workspace'

export type { ChangedField, StandingValue, TouchedRow } from '../workers/jobs/bundle-effect'
export type { ExportedBundle } from '../workers/jobs/export-bundle'
export type { BundlePreview, BundleSummary } from '../workers/jobs/merging'

export interface ExportChoice {
  /** The laptop that gets it; without one, everything for anyone. */
  readonly for?: LaptopId
  readonly lock?: Lock
}

/** The open engagement as a bundle, made in a worker. */
export function exportBundle(
  session: EngagementSession,
  workspace: Workspace,
  { for: receiver, lock }: ExportChoice,
  report?: Report,
  signal?: AbortSignal,
): Promise<ExportedBundle> {
  const input = {
    ...aboutBundle(session, workspace),
    ...(receiver && { for: receiver }),
    ...(lock && { lock }),
  }
  return inBundleWorker((worker) => worker.call('exportBundle', input, report), signal)
}

/** What every bundle of the engagement says of it and of this laptop. */
export function aboutBundle({ id, replica }: EngagementSession, workspace: Workspace) {
  const values = replica.rows('engagement').get(engagementKey)?.values
  return {
    engagement: id,
    name: values?.name ?? '',
    client: values?.client ?? '',
    laptop: workspace.laptop,
    writer: workspace.settings.userName || workspace.laptop,
    now: workspace.now(),
    seen: extentsOf(replica.seen),
    total: replica.size,
  }
}

/** Takes back what a bundle brought. The engagement must not be open: all its rows are made anew afterwards. */
export function withdrawBundle(engagement: string, bundle: string, signal?: AbortSignal): Promise<Withdrawn> {
  return inBundleWorker((worker) => worker.call('withdrawBundle', { engagement, bundle }), signal)
}

/** Bundles that were merged by hand, latest first; each can be taken back while it is not `undone`. */
export async function bundlesTaken(engagement: string, limit: number): Promise<Change[]> {
  const database = new EngagementDatabase(engagement)
  try {
    const latest = database.changes.orderBy('order').reverse()
    return (
      await latest
        .filter(({ keptApart }) => keptApart === true)
        .limit(limit)
        .toArray()
    ).map(changeOf)
  } finally {
    database.close()
  }
}

/** One bundle from its file to the log, in a worker of its own. Nothing is stored before `merge` or `join`. */
export class BundleFile {
  private readonly worker = bundleWorker()
  private summary: BundleSummary | undefined

  constructor(private readonly workspace: Workspace) {}

  /**
   * Decrypts and proves it. The bytes go to the worker and are gone here.
   * @throws WorkerFailure with the code of a `BundleProblem`
   */
  async read(bytes: Uint8Array, passphrase?: string, report?: Report): Promise<BundleSummary> {
    const input = { bytes, laptop: this.workspace.laptop, ...(passphrase !== undefined && { passphrase }) }
    this.summary = await this.worker.call('readBundle', input, report)
    return this.summary
  }

  /** What merging it would bring, compared with what is here. */
  preview(session: EngagementSession, report?: Report): Promise<BundlePreview> {
    return this.worker.call('previewBundle', { engagement: session.id, seen: session.replica.seen }, report)
  }

  /**
   * Merges it into the open engagement, which must be the bundle's own; a backup is written first.
   * @returns undefined when there was nothing new in it.
   */
  async merge(
    session: EngagementSession,
    acceptKey = false,
    report?: Report,
    signal?: AbortSignal,
  ): Promise<Change | undefined> {
    const { worker, workspace } = this
    const { writer } = this.current()
    // By the worker that is there: to start another takes as long as to back up what a new laptop holds.
    await workspace.backUp(session.id, 'before merge', report, signal, (input) =>
      worker.call('backup', input, report),
    )
    const change = await session.writeElsewhere((_from, segmentsTo) =>
      worker.call(
        'mergeBundle',
        {
          engagement: session.id,
          seen: session.replica.seen,
          ...this.told(`Bundle from ${writer}`),
          keptApart: true,
          segmentsTo,
        },
        report,
        [segmentsTo],
      ),
    )
    await workspace.meet(this.current(), acceptKey)
    return change
  }

  /** Begins the bundle's engagement on this laptop, which must not hold it yet. Returns its id. */
  async join(report?: Report): Promise<string> {
    const summary = this.current()
    const { engagement, writer } = summary
    const stood = await databaseExists(engagement.id)
    try {
      await this.worker.call('joinBundle', this.told(`Joined from a bundle of ${writer}`), report)
    } catch (error) {
      if (!stood) await deleteDatabase(engagement.id)
      throw error
    }
    await this.workspace.noteJoined(engagement.id)
    await this.workspace.meet(summary, false)
    return engagement.id
  }

  /** Stops whatever is going on and lets go of the file. */
  stop(): void {
    this.worker.stop()
  }

  private told(label: string) {
    const { workspace } = this
    const by = workspace.settings.userName || 'This laptop'
    return { change: crypto.randomUUID(), label, by, now: workspace.now() }
  }

  private current(): BundleSummary {
    if (!this.summary) throw new Error('No bundle has been read yet.')
    return this.summary
  }
}
