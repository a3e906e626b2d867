import type { ReportKind } from './report-kind'

/** How far back a report looks, and how that is said. */
export interface Period {
  readonly kind: 'day' | 'week'
  /** The report that looks so far back and no more. */
  readonly report: ReportKind
  /** Milliseconds. */
  readonly length: number
  /** Ends the name of a figure: `New since yesterday`. */
  readonly suffix: string
  /** Ends the id of a figure. */
  readonly id: string
  /** `in the last 24 hours`. */
  readonly lately: string
  /** `24 hours`. */
  readonly span: string
  /** The moment where the period begins, as part of a sentence: `since yesterday`. */
  readonly since: string
  /** `than a day before`. */
  readonly before: string
  /** A heading over what happened in it. */
  readonly heading: string
  /** What the heading means, as a sentence. */
  readonly meaning: string
  /** The report of the kind, where none was saved that could be compared with. */
  readonly earlier: string
}

const hour = 60 * 60_000

/** Not since midnight: two reports made at the same time of day leave no gap and no overlap. */
export const lastDay: Period = {
  kind: 'day',
  report: 'daily',
  length: 24 * hour,
  suffix: 'since yesterday',
  id: 'since-yesterday',
  lately: 'in the last 24 hours',
  span: '24 hours',
  since: 'since yesterday',
  before: 'a day before',
  heading: 'Since yesterday',
  meaning: 'Since yesterday means in the 24 hours before.',
  earlier: 'the day before',
}

export const lastWeek: Period = {
  kind: 'week',
  report: 'weekly',
  length: 7 * 24 * hour,
  suffix: 'in seven days',
  id: 'in-week',
  lately: 'in the last seven days',
  span: 'seven days',
  since: 'in seven days',
  before: 'seven days before',
  heading: 'In the last seven days',
  meaning: 'In the last seven days means in the 168 hours before; the week before is the one before those.',
  earlier: 'the week before',
}
