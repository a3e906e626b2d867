import * as z from 'zod/mini'
import { count, instant, line } from './field'

/** What one import did, kept with the data so that every laptop can see where its issues came from. */
export const importRunFields = {
  file: line,
  source: line,
  importedAt: instant,
  records: count,
  created: count,
  updated: count,
  unchanged: count,
  quarantined: count,
  conflicts: count,
} as const

/** The mapping a person settled for a source; `key` is the signature of the source's headers. */
export const importMappingFields = {
  name: line,
  source: line,
  /** JSON of `ColumnMapping`, one value because half a mapping is no use. */
  mapping: z.nullable(z.string()),
} as const
