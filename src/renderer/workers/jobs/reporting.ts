import { figuresFile } from '@domain/exporting/figure-sheets'
import { importedColumnsIn } from '@domain/exporting/issue-columns'
import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { Figure } from '@domain/reporting/figure'
import { type FigureSummary, figures } from '@domain/reporting/figures'
import type { HandoverPack } from '@domain/reporting/handover-pack'
import { exitPack, type Sealed, type Signing } from '@domain/reporting/make-exit-pack'
import { type HandoverQuestion, makeHandoverPack } from '@domain/reporting/make-handover-pack'
import { type MadeReport, makeReport } from '@domain/reporting/make-report'
import { type NamedRow, namedRow } from '@domain/reporting/named-row'
import type { ReportKind } from '@domain/reporting/report-kind'
import type { Withholding } from '@domain/reporting/withholding'
import type { Changes } from '@domain/sign-off/changes'
import { changesSince } from '@domain/sign-off/tell-again'
import { finish } from '@domain/triage/sliced-sort'
import { othersOf } from '../../storage/peers'
import { sha256OfText } from '../../storage/sha256'
import { FollowedRows } from './followed-rows'

export interface ReportInput {
  readonly engagement: string
  readonly kind: ReportKind
  readonly asOf: Instant
  readonly withhold: Withholding
  /** The laptop that reports. */
  readonly laptop: LaptopId
}

/** A figure with the number of rows behind it; `rows` reads them. */
export interface CountedFigure extends FigureSummary {
  readonly rows: number
}

export interface Report extends Figures {
  readonly kind: ReportKind
  /** A `Pack` as JSON, as the print page takes it. */
  readonly pack: string
}

/** Figures without pages around them. */
export interface Figures {
  readonly asOf: Instant
  readonly figures: readonly CountedFigure[]
}

export interface FiguresInput {
  readonly engagement: string
  readonly laptop: LaptopId
  readonly asOf: Instant
}

export interface FigureRowsInput {
  readonly figure: string
  readonly most: number
}

export interface SealInput {
  readonly engagement: string
  readonly laptop: LaptopId
  readonly asOf: Instant
  readonly withhold: Withholding
  readonly signing: Signing
}

export interface HandoverInput extends HandoverQuestion {
  readonly engagement: string
}

export interface ChangesInput {
  readonly engagement: string
  /** Of the sign-off. */
  readonly key: string
  readonly now: Instant
}

/** The report of one engagement and the figures in it, as of the instant last asked for. */
export class Reporting {
  private rowsOf: FollowedRows | undefined
  private latest: readonly Figure[] = []
  private made: { readonly report: MadeReport; readonly withhold: Withholding } | undefined

  readonly read = async (input: ReportInput): Promise<Report> => {
    const { kind, asOf, engagement, laptop } = input
    const replica = await this.replicaOf(engagement)
    const question = { ...input, copies: await othersOf(engagement, laptop) }
    const made = await makeReport(replica, kind, question, sha256OfText)
    this.made = { report: made, withhold: input.withhold }
    this.latest = made.figures
    return {
      kind,
      asOf,
      pack: JSON.stringify(made.pack),
      figures: this.latest.map(counted),
    }
  }

  /** Every figure of all reports. */
  readonly figures = async ({ engagement, laptop, asOf }: FiguresInput): Promise<Figures> => {
    const replica = await this.replicaOf(engagement)
    this.latest = figures(replica, { asOf, copies: await othersOf(engagement, laptop) })
    return { asOf, figures: this.latest.map(counted) }
  }

  /** The exit pack as of an instant with a signature on it, and what that is put to. */
  readonly seal = async ({ signing, ...input }: SealInput): Promise<Sealed> => {
    const replica = await this.replicaOf(input.engagement)
    const copies = await othersOf(input.engagement, input.laptop)
    return exitPack(replica, { ...input, copies, hash: sha256OfText, signing })
  }

  /** The handover as a document of its own. */
  readonly handover = async ({ engagement, ...question }: HandoverInput): Promise<HandoverPack> =>
    finish(makeHandoverPack(await this.replicaOf(engagement), question))

  /** What is not as it was signed; undefined where that cannot be told. */
  readonly changes = async ({ engagement, key, now }: ChangesInput): Promise<Changes | undefined> => {
    const replica = await this.replicaOf(engagement)
    const row = replica.rows('signOff').get(key)
    return row && changesSince(replica, row, now, sha256OfText)
  }

  /** Imported columns that any issue has. */
  readonly importedColumns = async (engagement: string): Promise<string[]> => {
    const replica = await this.replicaOf(engagement)
    return importedColumnsIn(replica.rows('issue').values())
  }

  private replicaOf(engagement: string): Promise<Replica> {
    this.rowsOf ??= new FollowedRows(engagement)
    return this.rowsOf.upToDate()
  }

  /** The figures of the last report as a spreadsheet. */
  readonly workbook = async (): Promise<Uint8Array> => {
    const replica = await this.rowsOf?.upToDate()
    if (!replica || !this.made) throw new Error('No report has been read yet.')
    return figuresFile(replica, this.made.report, this.made.withhold)
  }

  /** The first rows behind a figure of the last report. */
  readonly rows = async ({ figure, most }: FigureRowsInput): Promise<NamedRow[]> => {
    const replica = await this.rowsOf?.upToDate()
    const found = this.latest.find(({ id }) => id === figure)
    if (!replica || !found) return []
    return found.rows.slice(0, most).map((row) => namedRow(replica, row))
  }
}

const counted = ({ rows, asOf: _, ...figure }: Figure): CountedFigure => ({ ...figure, rows: rows.length })
