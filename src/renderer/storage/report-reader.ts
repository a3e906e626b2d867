import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { ReportKind } from '@domain/reporting/report-kind'
import type { NamedRow, Report } from '../workers/jobs/reporting'
import type { ReportJobs } from '../workers/report.worker'
import { WorkerCalls } from '../workers/rpc'

export type { CountedFigure, NamedRow, Report } from '../workers/jobs/reporting'

/** Reads reports of one engagement in a worker, so that however many issues there are the screen answers. */
export class ReportReader {
  private readonly worker = new WorkerCalls<ReportJobs>(
    new Worker(new URL('../workers/report.worker.ts', import.meta.url), { type: 'module' }),
  )

  constructor(
    private readonly engagement: string,
    private readonly laptop: LaptopId,
  ) {}

  /** A report as of an instant, over everything written so far. */
  read(kind: ReportKind, asOf: Instant, withholdNames: boolean): Promise<Report> {
    const { engagement, laptop } = this
    return this.worker.call('read', { engagement, laptop, kind, asOf, withholdNames })
  }

  /** The first rows behind a figure of the report read last. */
  rows(figure: string, most: number): Promise<NamedRow[]> {
    return this.worker.call('rows', { figure, most })
  }

  stop(): void {
    this.worker.stop()
  }
}
