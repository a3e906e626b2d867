import type { Instant } from '@domain/model/value'
import type { Figure } from '@domain/reporting/figure'
import { type FigureSummary, figures } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { calledKey } from '@domain/triage/list-columns'
import { FollowedRows } from './followed-rows'

export interface ReportInput {
  readonly engagement: string
  readonly asOf: Instant
}

/** A figure with the number of rows behind it; `rows` reads them. */
export interface CountedFigure extends FigureSummary {
  readonly rows: number
}

export interface DailyReport {
  readonly asOf: Instant
  /** A `DailyPack` as JSON, as the print page takes it. */
  readonly pack: string
  readonly figures: readonly CountedFigure[]
}

export interface FigureRowsInput {
  readonly figure: string
  readonly most: number
}

/** A row behind a figure, as people know it. */
export interface NamedRow {
  readonly entity: string
  readonly key: string
  readonly called: string
  readonly title: string
}

const longestTitle = 200

/** The daily report of one engagement and the figures in it, as of the instant last asked for. */
export class Reporting {
  private rowsOf: FollowedRows | undefined
  private latest: readonly Figure[] = []

  readonly read = async ({ engagement, asOf }: ReportInput): Promise<DailyReport> => {
    this.rowsOf ??= new FollowedRows(engagement)
    const replica = await this.rowsOf.upToDate()
    this.latest = figures(replica, { asOf })
    return {
      asOf,
      pack: JSON.stringify(dailyPack(replica, { asOf })),
      figures: this.latest.map(({ rows, asOf: _, ...figure }) => ({ ...figure, rows: rows.length })),
    }
  }

  /** The first rows behind a figure of the last report. */
  readonly rows = async ({ figure, most }: FigureRowsInput): Promise<NamedRow[]> => {
    const replica = await this.rowsOf?.upToDate()
    const found = this.latest.find(({ id }) => id === figure)
    if (!replica || !found) return []
    return found.rows.slice(0, most).map(({ entity, key }) => {
      const issue = entity === 'issue' ? replica.rows('issue').get(key) : undefined
      const title = replica.table(entity).get(key)?.values.title
      return {
        entity,
        key,
        called: issue ? calledKey(issue) : '',
        title: String(title ?? key).slice(0, longestTitle),
      }
    })
  }
}
