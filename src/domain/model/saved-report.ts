import * as z from 'zod/mini'
import { flag, instant, longText } from './field'

export const reportKinds = ['daily', 'weekly', 'exit'] as const

/** A sponsor pack that left the app as a file, and what its headline figures said: what the next one is held against. */
export const savedReportFields = {
  kind: z.nullable(z.enum(reportKinds)),
  /** The moment of which its pages tell, and when it was saved. */
  asOf: instant,
  savedAt: instant,
  /** Values by the id of their figure, as JSON. */
  figures: longText,
  removed: flag,
} as const
