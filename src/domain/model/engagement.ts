import * as z from 'zod/mini'
import { count, day, flag, instant, line, longText } from './field'
import { dayHours, weekHours } from './week-hours'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** The one row of this entity has this key: a database holds one engagement. */
export const engagementKey = 'engagement'

const severityPolicy = {
  name: line,
  /** Minutes, counted on the calendar named by `calendar`. */
  acknowledgeMinutes: count,
  updateMinutes: count,
  resolveMinutes: count,
  calendar: z.nullable(z.enum(['always', 'support'])),
} as const
type PolicyField = keyof typeof severityPolicy

function forSeverity<N extends 1 | 2 | 3>(n: N) {
  const named = Object.fromEntries(
    Object.entries(severityPolicy).map(([name, schema]) => [`severity.${n}.${name}`, schema]),
  )
  return named as { [F in PolicyField as `severity.${N}.${F}`]: (typeof severityPolicy)[F] }
}

export const engagementFields = {
  id: line,
  name: line,
  client: line,
  system: line,
  sponsor: line,
  zone: line,
  goLiveAt: instant,
  plannedEndOn: day,
  note: longText,
  demo: flag,
  ...forSeverity(1),
  ...forSeverity(2),
  ...forSeverity(3),
  ...weekHours,
  /** What one person may be asked to bear on shift; see `rotation/shift-limits.ts`. */
  'limit.restHours': count,
  'limit.weekHours': count,
  'limit.daysInRow': count,
  'limit.heroPercent': count,
  'limit.onCallCounts': flag,
  /** From when on the use of a system is a concern; see `adoption/trend-limits.ts`. */
  'trend.dropDeviations': count,
  'trend.dropPercent': count,
  'trend.dropPeople': count,
  'trend.fadePercent': count,
  'trend.spikePercent': count,
  'trend.smallestGroup': count,
} as const

/**
 * `holiday:2026-12-25` → its name, or null when it is no holiday after all. `extended:2026-11-28` → support hours of
 * that one day, in place of its weekday's and even on a holiday. `pauses:on-hold` → whether the resolve clock rests in
 * that status.
 */
export const engagementSets = { 'holiday:': line, 'extended:': dayHours, 'pauses:': flag } as const

/** Fields that clocks hang on: what is past is judged by what they said at the time, so their history is kept. */
export function isPolicyField(field: string): boolean {
  return field === 'zone' || /^(severity\.[123]\.(?!name)|hours\.|holiday:|extended:|pauses:)/.test(field)
}

/** What a new engagement starts from: targets that hypercare teams commonly agree on. */
export const defaultPolicy = {
  'severity.1.name': 'Critical',
  'severity.1.acknowledgeMinutes': 15,
  'severity.1.updateMinutes': 60,
  'severity.1.resolveMinutes': 240,
  'severity.1.calendar': 'always',
  'severity.2.name': 'Significant',
  'severity.2.acknowledgeMinutes': 60,
  'severity.2.updateMinutes': 480,
  'severity.2.resolveMinutes': 1_440,
  'severity.2.calendar': 'support',
  'severity.3.name': 'Minor',
  'severity.3.acknowledgeMinutes': 480,
  'severity.3.updateMinutes': 2_400,
  'severity.3.resolveMinutes': 4_800,
  'severity.3.calendar': 'support',
  'hours.mon': '08:00-18:00',
  'hours.tue': '08:00-18:00',
  'hours.wed': '08:00-18:00',
  'hours.thu': '08:00-18:00',
  'hours.fri': '08:00-18:00',
  'hours.sat': '',
  'hours.sun': '',
} as const
