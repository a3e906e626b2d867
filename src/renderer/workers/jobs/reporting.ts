import { builtInKey, builtIns } from '@domain/exit/criteria'
import { importedColumnsIn } from '@domain/exporting/issue-columns'
import type { Replica } from '@domain/merge/replica'
import type { LaptopId } from '@domain/merge/stamp'
import { builtInCriteria } from '@domain/model/exit-criterion'
import type { Instant, Value } from '@domain/model/value'
import type { Figure } from '@domain/reporting/figure'
import { type FigureSummary, figures } from '@domain/reporting/figures'
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
    const told = await makeReport(replica, kind, question, sha256OfText)
    this.latest = told.figures
    return {
      kind,
      asOf,
      pack: JSON.stringify(told.pack),
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
      const { title, name, subject, text, day, builtIn } = replica.table(entity).get(key)?.values ?? {}
      const criterion = entity === 'exitCriterion' ? criterionTitle(key, builtIn) : undefined
      return {
        entity,
        key,
        called: issue ? calledKey(issue) : '',
        title: String(title ?? name ?? criterion ?? subject ?? text ?? day ?? key).slice(0, longestTitle),
      }
    })
  }
}

const counted = ({ rows, asOf: _, ...figure }: Figure): CountedFigure => ({ ...figure, rows: rows.length })

/** A built-in criterion that nobody has touched has no row yet; its key says which it is. */
function criterionTitle(key: string, told: Value | undefined): string | undefined {
  return builtInCriteria
    .filter((builtIn) => builtIn === told || builtInKey(builtIn) === key)
    .map((builtIn) => builtIns[builtIn].title)[0]
}
