import * as z from 'zod/mini'
import { count, flag, line, longText } from './field'

/** Criteria that the product measures by itself. */
export const builtInCriteria = [
  'no-new-severe',
  'open-severe',
  'arrivals',
  'steady-state-alone',
  'clocks-kept',
  'active-users',
  'handover',
  'sign-off',
] as const
export type BuiltInCriterion = (typeof builtInCriteria)[number]

/** Fields whose every change is kept with its time: a past day is judged by what had been agreed on then. */
export const trackedExitCriterionFields = ['applies', 'threshold', 'days', 'met'] as const

/**
 * What has to hold before hypercare ends. One that is built in has at most one row, which says what differs from the
 * usual; one of the engagement's own has a title, and somebody says whether it is met.
 */
export const exitCriterionFields = {
  builtIn: z.nullable(z.enum(builtInCriteria)),
  applies: flag,
  threshold: count,
  /** How many days are looked back on. */
  days: count,
  title: line,
  /** Of an own one: null while nobody has said. */
  met: flag,
  evidence: longText,
  removed: flag,
} as const

/** `issue:KEY` an issue that bears an own criterion out. */
export const exitCriterionSets = { 'issue:': flag } as const
