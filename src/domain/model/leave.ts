import { day, flag, key } from './field'

/** Days on which somebody is not there, the last one too. Never rewritten, so that a past day can be told: removed and written anew. */
export const leaveFields = {
  person: key,
  from: day,
  to: day,
  removed: flag,
} as const
