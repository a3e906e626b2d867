import { engagementKey } from '@domain/model/engagement'
import { usableZone } from '@domain/time/zone'
import type { ImportJobs } from '../workers/import.worker'
import type { ImportLine, ImportListName } from '../workers/jobs/import-lists'
import type { FileSummary, ImportPreview, ReadChoice } from '../workers/jobs/importing'
import { type Report, WorkerCalls } from '../workers/rpc'
import type { Change, EngagementSession } from './session'
import type { Workspace } from './workspace'

export type { ImportLine, ImportListName } from '../workers/jobs/import-lists'
export type { WordToSettle } from '../workers/jobs/import-words'
export type { FileColumn, FileSummary, ImportPreview, ReadChoice } from '../workers/jobs/importing'

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
    private readonly session: EngagementSession,
    private readonly workspace: Workspace,
  ) {
    this.worker = new WorkerCalls(
      new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module' }),
    )
    // Stopped before it has answered, it has nothing to tell.
    this.worker.call('open', session.id).catch(() => undefined)
  }

  /**
   * Finds out what the file holds and proposes how to read it. The bytes go to the worker and are gone here.
   * @throws WorkerFailure with the reason, for a person
   */
  read({ name, bytes }: PickedFile, choice: ReadChoice = {}, report?: Report): Promise<FileSummary> {
    const input = { engagement: this.session.id, name, bytes, choice }
    return this.worker.call('read', input, report, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [])
  }

  /** The same file as another tracker's, or another sheet of it. */
  readAgain(choice: ReadChoice, report?: Report): Promise<FileSummary> {
    return this.worker.call('readAgain', choice, report)
  }

  /** What the import would do, compared with what is here. */
  preview(mapping: unknown, dateOrder?: DateOrder, report?: Report): Promise<ImportPreview> {
    const zone = usableZone(this.session.replica.rows('engagement').get(engagementKey)?.values.zone)
    const input = { mapping, zone, now: this.workspace.now(), ...(dateOrder && { dateOrder }) }
    return this.worker.call('preview', input, report)
  }

  /** Lines `from` up to but without `to` of a list of the last preview. */
  lines(list: ImportListName, from: number, to: number): Promise<ImportLine[]> {
    return this.worker.call('lines', { list, from, to })
  }

  /** Stores what was previewed, as one change that can be undone; a backup is written first. */
  async store(report?: Report): Promise<Change | undefined> {
    const { session, workspace } = this
    if (session.replica.rows('issue').size > 0) await workspace.backUp(session.id, 'before import', report)
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
