import * as z from 'zod/mini'
import { count, day, flag, key, line } from './field'

export const effortSources = ['typed', 'shifts'] as const

/** Hours that a person spent on hypercare on one day: told by hand, or taken over from the shifts of that day. */
export const effortFields = {
  day,
  person: key,
  hours: count,
  source: z.nullable(z.enum(effortSources)),
  note: line,
  removed: flag,
} as const
