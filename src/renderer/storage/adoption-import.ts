import type { DateOrder } from '@domain/importing/dates/date-text'
import type { ReadOptions } from '@domain/importing/table'
import { engagementKey } from '@domain/model/engagement'
import { usableZone } from '@domain/time/zone'
import type { AdoptionJobs } from '../workers/adoption.worker'
import type { AdoptionPreview } from '../workers/jobs/adoption-import'
import { type Report, WorkerCalls } from '../workers/rpc'
import type { PickedFile } from './import-session'
import type { Change, EngagementSession } from './session'
import type { Workspace } from './workspace'

export type { AdoptionPreview } from '../workers/jobs/adoption-import'

/**
 * One import of sign-ins, licensed users or figures of use, in a worker of its own. Nothing is stored before `store`;
 * stopping at any time before that has returned leaves no trace.
 */
export class AdoptionImport {
  private readonly worker: WorkerCalls<AdoptionJobs>

  constructor(
    private readonly session: EngagementSession,
    private readonly workspace: Workspace,
  ) {
    this.worker = new WorkerCalls(
      new Worker(new URL('../workers/adoption.worker.ts', import.meta.url), { type: 'module' }),
    )
  }

  /**
   * The bytes go to the worker and are gone here.
   * @throws WorkerFailure with the reason, for a person
   */
  async read({ name, bytes }: PickedFile, options?: ReadOptions, report?: Report): Promise<void> {
    const input = { engagement: this.session.id, name, bytes, options }
    await this.worker.call('read', input, report, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [])
  }

  /** What the import would do, compared with what is here. */
  preview(dateOrder?: DateOrder, report?: Report): Promise<AdoptionPreview> {
    const zone = usableZone(this.session.replica.rows('engagement').get(engagementKey)?.values.zone)
    return this.worker.call('preview', { zone, now: this.workspace.now(), dateOrder }, report)
  }

  /** Stores what was previewed, as one change that can be undone; undefined where there was nothing new. */
  async store(report?: Report): Promise<Change | undefined> {
    const { session, workspace } = this
    await workspace.backUp(session.id, 'before import', report)
    return session.writeElsewhere((from, segmentsTo) =>
      this.worker.call(
        'store',
        {
          change: crypto.randomUUID(),
          laptop: workspace.laptop,
          by: workspace.settings.userName || 'Import',
          now: workspace.now(),
          from,
          segmentsTo,
        },
        report,
        [segmentsTo],
      ),
    )
  }

  /** Stops whatever is going on and lets go of the file. */
  stop(): void {
    this.worker.stop()
  }
}
