import type { ReadOptions } from '@domain/importing/table'
import type { SourceName } from '@domain/importing/trackers/tracker'
import { engagementKey } from '@domain/model/engagement'
import { usableZone } from '@domain/time/zone'
import type { ImportJobs } from '../workers/import.worker'
import type { FileSummary, ImportPreview } from '../workers/jobs/importing'
import { type Report, WorkerCalls } from '../workers/rpc'
import type { OpenEngagement } from './open-engagement'
import type { Change } from './session'
import type { Workspace } from './workspace'

export type { FileSummary, ImportPreview } from '../workers/jobs/importing'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * One import, from the file to the log, in a worker of its own. Nothing is stored before `store`; stopping at
 * any time before that has returned leaves no trace.
 */
export class ImportSession {
  private readonly worker: WorkerCalls<ImportJobs>

  constructor(
    private readonly session: OpenEngagement,
    private readonly workspace: Workspace,
  ) {
    this.worker = new WorkerCalls(new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module' }))
  }

  /** Finds out what the file holds and proposes how to read it. @throws WorkerFailure with the reason, for a person */
  read({ name, bytes }: PickedFile, choice: { source?: SourceName; options?: ReadOptions } = {}, report?: Report): Promise<FileSummary> {
    return this.worker.call('read', { engagement: this.session.id, name, bytes, ...choice }, report)
  }

  /** What the import would do, compared with what is here. */
  preview(mapping: unknown, dateOrder?: DateOrder, report?: Report): Promise<ImportPreview> {
    const zone = usableZone(this.session.replica.rows('engagement').get(engagementKey)?.values.zone)
    return this.worker.call('preview', { mapping, zone, now: this.workspace.now(), ...(dateOrder && { dateOrder }) }, report)
  }

  /** Stores what was previewed, as one change that can be undone; a backup is written first. */
  async store(report?: Report): Promise<Change | undefined> {
    if (this.session.replica.rows('issue').size > 0) await this.workspace.backUp(this.session.id, 'before import', report)
    return this.session.writeElsewhere((from) =>
      this.worker.call(
        'store',
        { change: crypto.randomUUID(), laptop: this.workspace.laptop, by: this.workspace.settings.userName || 'Import', now: this.workspace.now(), from },
        report,
      ),
    )
  }

  /** Stops whatever is going on and lets go of the file. */
  stop(): void {
    this.worker.stop()
  }
}
