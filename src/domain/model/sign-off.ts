import * as z from 'zod/mini'
import { sha256Pattern } from './attachment'
import { day, flag, instant, key, line, longText } from './field'

export const signOffDecisions = ['accept', 'accept-with-conditions', 'extend'] as const
export type SignOffDecision = (typeof signOffDecisions)[number]

const sha256 = z.nullable(z.string().check(z.regex(sha256Pattern)))

/** What a sponsor signed, and what it said. Never rewritten: signing once more is another one. */
export const signOffFields = {
  decision: z.nullable(z.enum(signOffDecisions)),
  /** Until when hypercare goes on, where it is extended. */
  extendTo: day,
  conditions: longText,
  name: line,
  role: line,
  /** The day written beside the signature. */
  signedOn: day,
  /** When it was signed in the app, and on whose laptop. */
  signedAt: instant,
  recordedBy: line,
  /** A typed signature, or the strokes of a drawn one as JSON of `Strokes`. */
  typed: line,
  strokes: longText,
  /** The moment of which the signed pages tell, and what is not on them. */
  asOf: instant,
  namesWithheld: flag,
  unitsWithheld: flag,
  /** What stood in the pack, as JSON of `Frozen`: to tell later what has changed. */
  frozen: longText,
  contentSha256: sha256,
  scorecardSha256: sha256,
  figuresSha256: sha256,
  issuesSha256: sha256,
  /** Of the signed PDF, whole. */
  pdfSha256: sha256,
  /** The attachment that holds the signed PDF. */
  file: key,
  removed: flag,
} as const

/** `withheld:FIELD` a field of issues whose contents are not on the signed pages. */
export const signOffSets = { 'withheld:': flag } as const
