import * as z from 'zod/mini'
import { day, flag, instant, key, line, longText } from './field'
import { standupTopics } from './standup-note'

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
  /** The standup at which it was made, and under whom or what. */
  standup: key,
  person: key,
  topic: z.nullable(z.enum(standupTopics)),
  removed: flag,
} as const

/** `issue:KEY` an issue that it has to do with, besides the one that asked for it. */
export const decisionSets = { 'issue:': flag } as const
