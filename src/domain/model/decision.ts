import * as z from 'zod/mini'
import { day, flag, instant, key, line, longText } from './field'

/** Something the sponsor or the project must decide; `status` needed until somebody has decided. */
export const decisionFields = {
  title: line,
  detail: longText,
  askedOf: line,
  neededBy: day,
  status: z.nullable(z.enum(['needed', 'made'])),
  outcome: longText,
  madeAt: instant,
  issue: key,
  removed: flag,
} as const
