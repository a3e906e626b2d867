import * as z from 'zod/mini'
import { count, day, flag, instant, key, line, longText } from './field'

/** A row that an import brings and its undo takes away again. */
const brought = {
  removed: flag,
  /** The import that brought the row was undone; importing it again brings it back. */
  importUndone: flag,
} as const

/**
 * Who was active on a day, as one file tells it: a line per person, as `adoption/lines.ts` writes them. The key tells the
 * content, and no row is ever rewritten: what two laptops read in the same export is the same row, and rows of one day
 * add up without disagreeing.
 */
export const activePeopleFields = { day, people: longText, ...brought } as const

/** How many were active on a day by group and feature, where a file tells no names. Kept in the same way. */
export const usageTotalsFields = { day, totals: longText, ...brought } as const

/** Who could have been active, as a list of licensed users told it on a day; long lists have several pages. */
export const licencePageFields = {
  day,
  list: line,
  page: count,
  pages: count,
  people: longText,
  ...brought,
} as const

export const adoptionFileKinds = ['sign-ins', 'licences', 'usage'] as const
export type AdoptionFileKind = (typeof adoptionFileKinds)[number]

/** What one import of such a file did. */
export const adoptionImportFields = {
  file: line,
  kind: z.nullable(z.enum(adoptionFileKinds)),
  importedAt: instant,
  records: count,
  people: count,
  /** First and last day that it tells of. */
  from: day,
  to: day,
  failed: count,
  api: count,
  integration: count,
  quarantined: count,
  ...brought,
} as const

export const concernKinds = ['drop', 'fade', 'silent', 'other'] as const
export type ConcernKind = (typeof concernKinds)[number]

export const concernStates = ['open', 'done', 'dismissed'] as const
export type ConcernState = (typeof concernStates)[number]

/** A trend in use that somebody looks after, or decided not to. */
export const adoptionConcernFields = {
  title: line,
  kind: z.nullable(z.enum(concernKinds)),
  /** The group it is about; null for everybody. */
  group: line,
  /** The day on which it showed. */
  day,
  /** The figures that it was seen by, in words, as they stood then. */
  seen: longText,
  action: longText,
  owner: key,
  state: z.nullable(z.enum(concernStates)),
  raisedAt: instant,
  endedAt: instant,
  removed: flag,
} as const
