import * as z from 'zod/mini'
import { flag, line } from './field'

/** People who are told together of what is known and what is coming. */
export const audienceFields = {
  name: line,
  /** Wall time in the engagement's zone by which its bulletin goes out on its days, `16:00`. */
  dueTime: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  removed: flag,
} as const

/**
 * `to:ADDRESS` somebody who gets it; `due:mon` a weekday on which it goes out; `unit:NAME` and `component:NAME` what it
 * wants to hear of: everything where none is named.
 */
export const audienceSets = { 'to:': flag, 'due:': flag, 'unit:': flag, 'component:': flag } as const
