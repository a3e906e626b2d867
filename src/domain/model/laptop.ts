import { count, flag, instant, line } from './field'

/** A laptop of the team by its id. Most have no row: it says that somebody has put one away. */
export const laptopFields = {
  /** Who used it, for whoever has never heard of it. */
  name: line,
  /** Null while it is in use. */
  retiredAt: instant,
  /** How many of its operations were known then: one that has written more is in use after all. */
  retiredWith: count,
  /** Set when it was undone that somebody put it away for the first time: then it is in use. */
  removed: flag,
} as const
