import { importedColumnsIn } from '@domain/exporting/issue-columns'
import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { Figure } from '@domain/reporting/figure'
import type { FigureSummary } from '@domain/reporting/figures'
import { exitPack, type Sealed, type Signing } from '@domain/reporting/make-exit-pack'
import { makeReport } from '@domain/reporting/make-report'
import type { ReportKind } from '@domain/reporting/report-kind'
import type { Withholding } from '@domain/reporting/withholding'
import type { Changes } from '@domain/sign-off/changes'
import { changesSince } from '@domain/sign-off/tell-again'
import { calledKey } from '@domain/triage/list-columns'
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

export interface Report {
  readonly kind: ReportKind
  readonly asOf: Instant
  /** A `Pack` as JSON, as the print page takes it. */
  readonly pack: string
  readonly figures: readonly CountedFigure[]
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

export interface ChangesInput {
  readonly engagement: string
  /** Of the sign-off. */
  readonly key: string
  readonly now: Instant
}

/** A row behind a figure, as people know it. */
export interface NamedRow {
  readonly entity: string
  readonly key: string
  readonly called: string
  readonly title: string
}

const longestTitle = 200

/** The report of one engagement and the figures in it, as of the instant last asked for. */
export class Reporting {
  private rowsOf: FollowedRows | undefined
  private latest: readonly Figure[] = []

  readonly read = async (input: ReportInput): Promise<Report> => {
    const { kind, asOf, engagement, laptop } = input
    const replica = await this.replicaOf(engagement)
    const question = { ...input, copies: await othersOf(engagement, laptop) }
    const { figures, pack } = await makeReport(replica, kind, question, sha256OfText)
    this.latest = figures
    return {
      kind,
      asOf,
      pack: JSON.stringify(pack),
      figures: this.latest.map(({ rows, asOf: _, ...figure }) => ({ ...figure, rows: rows.length })),
    }
  }

  /** The exit pack as of an instant with a signature on it, and what that is put to. */
  readonly seal = async ({ signing, ...input }: SealInput): Promise<Sealed> => {
    const replica = await this.replicaOf(input.engagement)
    const copies = await othersOf(input.engagement, input.laptop)
    return exitPack(replica, { ...input, copies, hash: sha256OfText, signing })
  }

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

  /** The first rows behind a figure of the last report. */
  readonly rows = async ({ figure, most }: FigureRowsInput): Promise<NamedRow[]> => {
    const replica = await this.rowsOf?.upToDate()
    const found = this.latest.find(({ id }) => id === figure)
    if (!replica || !found) return []
    return found.rows.slice(0, most).map(({ entity, key }) => {
      const issue = entity === 'issue' ? replica.rows('issue').get(key) : undefined
      const { title, name, subject, text, day } = replica.table(entity).get(key)?.values ?? {}
      return {
        entity,
        key,
        called: issue ? calledKey(issue) : '',
        title: String(title ?? name ?? subject ?? text ?? day ?? key).slice(0, longestTitle),
      }
    })
  }
}
