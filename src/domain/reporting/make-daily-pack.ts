import type { Replica } from '../merge/replica'
import type { DailyPack } from './daily-pack'
import { Days } from './day-reading'
import { type FigureSummary, figuresOfDay } from './figures'
import { commonPack } from './pack-parts'
import type { Reading } from './reading'
import { type ReportQuestion, scopeOf } from './report-question'

const glanced = [
  'untriaged',
  'without-owner',
  'update-overdue',
  'severe-without-workaround',
  'median-days-to-resolve',
  'training-gap-share',
  'steady-state-alone-share',
]

const patchFigures = ['fixes-waiting', 'retests-waiting', 'patches-shipped-since-yesterday']

const explained: ReadonlySet<string> = new Set([
  'open',
  'open-severity-unset',
  'new-since-yesterday',
  'resolved-since-yesterday',
  'declined-since-yesterday',
  'reopened-since-yesterday',
  'severity-raised-since-yesterday',
  'severity-lowered-since-yesterday',
  'decisions-needed',
  ...patchFigures,
  ...glanced,
])

/** The daily sponsor pack as of any instant, ready to be sent to the print page as JSON. */
export function dailyPack(replica: Replica, question: ReportQuestion): DailyPack {
  const days = new Days(replica, question.asOf, scopeOf(replica, question))
  return dailyPackOf(days.day, figuresOfDay(days))
}

/** The same out of what is read and measured already. */
export function dailyPackOf(reading: Reading, figures: readonly FigureSummary[]): DailyPack {
  return {
    kind: 'daily',
    ...commonPack(reading, figures, { glanced, explained, patches: patchFigures }),
  }
}
