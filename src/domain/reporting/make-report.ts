import type { Replica } from '../merge/replica'
import type { Hash } from '../sign-off/seal'
import { Days } from './day-reading'
import type { Figure } from './figure'
import { figuresOfDay, figuresOfWeek } from './figures'
import { dailyPackOf } from './make-daily-pack'
import { exitPackOf } from './make-exit-pack'
import { weeklyPackOf } from './make-weekly-pack'
import type { Pack } from './read-pack'
import type { ReportKind } from './report-kind'
import { type ReportQuestion, scopeOf } from './report-question'
import { readWeeks } from './week-reading'

export type SponsorPack = Exclude<Pack, { kind: 'handover' }>

export interface MadeReport {
  readonly figures: readonly Figure[]
  readonly pack: SponsorPack
}

/** A report of any kind: its figures, and the pages that show them. Rows are read once for both. */
export async function makeReport(
  replica: Replica,
  kind: ReportKind,
  question: ReportQuestion,
  hash: Hash,
): Promise<MadeReport> {
  const scope = scopeOf(replica, question)
  if (kind === 'daily') {
    const days = new Days(replica, question.asOf, scope)
    const figures = figuresOfDay(days)
    return { figures, pack: dailyPackOf(days.day, figures) }
  }
  const weeks = readWeeks(replica, question.asOf, { ...scope, kind })
  const figures = figuresOfWeek(weeks)
  if (kind === 'weekly') return { figures, pack: weeklyPackOf(weeks, figures) }
  const { pack } = await exitPackOf(replica, weeks, figures, { ...question, hash })
  return { figures, pack }
}
