import * as z from 'zod/mini'
import { count, flag, instant, key, line, longText } from './field'

/** Where a line of a bulletin stands, in this order. */
export const bulletinSections = ['known', 'coming', 'fixed', 'also'] as const
export type BulletinSection = (typeof bulletinSections)[number]

/** One bulletin to one audience while it is being written; it is sent once there is a `bulletinSending` of it. */
export const bulletinFields = {
  audience: key,
  number: count,
  subject: line,
  intro: longText,
  closing: longText,
  removed: flag,
} as const

/**
 * What somebody wrote into a bulletin in place of what the issue says of itself to users, or beside it. Null where the
 * issue speaks for itself.
 */
export const bulletinLineFields = {
  bulletin: key,
  /** Null for a line of no issue. */
  issue: key,
  /** Only lines of no issue say it: where an issue stands, its status tells. */
  section: z.nullable(z.enum(bulletinSections)),
  title: line,
  text: longText,
  workaround: longText,
  leftOut: flag,
  removed: flag,
} as const

/** What was sent, word for word. Never rewritten: sending once more is another one. */
export const bulletinSendingFields = {
  bulletin: key,
  audience: key,
  number: count,
  subject: line,
  /** Addresses, one a line. */
  to: longText,
  text: longText,
  /** The same in its parts, as JSON of `BulletinContent`, for rich text and files. */
  content: longText,
  sentAt: instant,
  sentBy: line,
  removed: flag,
} as const

/** `told:ISSUE` the section in which it told of an issue. */
export const bulletinSendingSets = { 'told:': z.nullable(z.enum(bulletinSections)) } as const
