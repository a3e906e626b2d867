import * as z from 'zod/mini'
import { count, flag, instant, key, line } from './field'

/** SHA-256 of a file's content in lower-case hex: the name under which the content is kept. */
export const sha256Pattern = /^[0-9a-f]{64}$/

/** A file that was put to an issue. Its content never changes: another content is another attachment. */
export const attachmentFields = {
  issue: key,
  name: line,
  /** As the browser, or the content itself, told it; never trusted when it is shown. */
  mediaType: line,
  size: count,
  sha256: z.nullable(z.string().check(z.regex(sha256Pattern))),
  addedBy: line,
  addedAt: instant,
  removed: flag,
} as const
