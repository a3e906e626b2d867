import { count, flag, instant, line, longText } from './field'

/** One sitting in which somebody went through the inbox. It is written along with the decisions themselves. */
export const triageSessionFields = {
  startedAt: instant,
  /** When the last decision was made. */
  endedAt: instant,
  by: line,
  /** How many issues were in the inbox after the last decision. */
  left: count,
  removed: flag,
} as const

/** `decided:ISSUE` what was decided of an issue, a line each: `severity 2`, `owner Priya`. Null where it was undone. */
export const triageSessionSets = { 'decided:': longText } as const
