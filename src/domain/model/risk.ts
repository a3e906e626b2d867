import * as z from 'zod/mini'
import { day, flag, instant, key, line, longText } from './field'

export const riskGrades = ['low', 'medium', 'high'] as const
export type RiskGrade = (typeof riskGrades)[number]

export const riskStatuses = ['open', 'accepted', 'happened', 'closed'] as const
export type RiskStatus = (typeof riskStatuses)[number]

const grade = z.nullable(z.enum(riskGrades))

/** Something that may go wrong, what it would do, and what is done against it. */
export const riskFields = {
  title: line,
  detail: longText,
  likelihood: grade,
  impact: grade,
  owner: key,
  mitigation: longText,
  status: z.nullable(z.enum(riskStatuses)),
  /** When somebody will look at it again. */
  reviewOn: day,
  raisedAt: instant,
  /** When it was closed, or happened. */
  endedAt: instant,
  removed: flag,
} as const

/** `issue:KEY` an issue that it has to do with. */
export const riskSets = { 'issue:': flag } as const
