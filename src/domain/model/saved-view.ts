import { flag, line, longText } from './field'

/**
 * A way to look at the list of issues, under a name. Each part is a field of its own, so that two laptops may change the
 * columns and a filter of one view and have both; how the parts are written is told by `triage/saved-view.ts`.
 */
export const savedViewFields = {
  name: line,
  search: line,
  sortBy: line,
  descending: flag,
  groupBy: line,
  /** Ids of the columns in their order, as a JSON list. */
  columns: longText,
  removed: flag,
} as const

/** `filter:COLUMN` what that column must hold, as JSON; null where it may hold anything. */
export const savedViewSets = { 'filter:': longText } as const
