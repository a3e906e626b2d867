import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { HandoverPack } from '@domain/reporting/handover-pack'
import type { Sealed, Signing } from '@domain/reporting/make-exit-pack'
import type { NamedRow } from '@domain/reporting/named-row'
import type { ReportKind } from '@domain/reporting/report-kind'
import type { Withholding } from '@domain/reporting/withholding'
import type { Changes } from '@domain/sign-off/changes'
import type { Figures, Report } from '../workers/jobs/reporting'
import type { ReportJobs } from '../workers/report.worker'
import { WorkerCalls } from '../workers/rpc'

export type { NamedRow } from '@domain/reporting/named-row'
export type { CountedFigure, Figures, Report } from '../workers/jobs/reporting'

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
  read(kind: ReportKind, asOf: Instant, withhold: Withholding): Promise<Report> {
    const { engagement, laptop } = this
    return this.worker.call('read', { engagement, laptop, kind, asOf, withhold })
  }

  /** Every figure as of an instant, without pages around them. */
  figures(asOf: Instant): Promise<Figures> {
    const { engagement, laptop } = this
    return this.worker.call('figures', { engagement, laptop, asOf })
  }

  /** The first rows behind a figure of those read last. */
  rows(figure: string, most: number): Promise<NamedRow[]> {
    return this.worker.call('rows', { figure, most })
  }

  /** The figures of the report read last, as a spreadsheet. */
  workbook(): Promise<Uint8Array> {
    return this.worker.call('workbook', undefined)
  }

  /** The exit pack with a signature on it. */
  seal(asOf: Instant, withhold: Withholding, signing: Signing): Promise<Sealed> {
    const { engagement, laptop } = this
    return this.worker.call('seal', { engagement, laptop, asOf, withhold, signing })
  }

  /** The handover as of an instant, as a document of its own. */
  handover(asOf: Instant, withhold: Withholding): Promise<HandoverPack> {
    return this.worker.call('handover', { engagement: this.engagement, asOf, withhold })
  }

  /** What is not as it was signed; undefined where that cannot be told. */
  changes(key: string, now: Instant): Promise<Changes | undefined> {
    return this.worker.call('changes', { engagement: this.engagement, key, now })
  }

  /** Imported columns that any issue has, `column:HEADER`. */
  importedColumns(): Promise<string[]> {
    return this.worker.call('importedColumns', this.engagement)
  }

  stop(): void {
    this.worker.stop()
  }
}
