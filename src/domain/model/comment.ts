import * as z from 'zod/mini'
import { flag, instant, key, line, longText } from './field'

/** Comments are append-only: a wrong one is answered or removed, never rewritten. */
export const commentFields = {
  issue: key,
  /** Person's name as the source gave it, or as the laptop's user is called. */
  author: line,
  text: longText,
  writtenAt: instant,
  origin: z.nullable(z.enum(['typed', 'imported'])),
  removed: flag,
  /** The import that brought the row was undone; importing it again brings it back. */
  importUndone: flag,
} as const

/** `mention:PERSON` the name by which the text mentions somebody. */
export const commentSets = { 'mention:': line } as const
