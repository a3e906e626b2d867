import * as z from 'zod/mini'
import { signaturePoint } from '../sign-off/signature'
import { handoverPartSchema } from './handover-lines'
import { amount, severity, text } from './pack'
import { weekFields } from './weekly-pack'

const listedIssue = z.object({
  key: text,
  title: text,
  severity,
  kind: text,
  status: text,
  raised: text,
  ended: text,
  /** Who resolved it, where that is known. */
  rescue: text,
})

const signature = z.object({
  /** Name of the sign-off in the app, by which its file is known again. */
  reference: text,
  decision: text,
  name: text,
  role: text,
  day: text,
  extendTo: z.nullable(text),
  conditions: text,
  typed: z.nullable(text),
  strokes: z.array(z.array(signaturePoint)),
})

/** The exit pack: the weekly one, and what a sponsor signs. */
export const exitPackSchema = z.object({
  kind: z.literal('exit'),
  ...weekFields,
  handover: handoverPartSchema,
  issues: z.object({ count: amount, summary: text, lines: z.array(listedIssue) }),
  signOff: z.object({
    /** Who is to sign, where the engagement says so. */
    sponsor: text,
    /** Null while nobody has: then there is room for ink. */
    signed: z.nullable(signature),
    /** Earlier ones, the latest first. */
    earlier: z.array(z.object({ reference: text, decision: text, name: text, role: text, day: text })),
    hashes: z.array(z.object({ of: text, sha256: text })),
  }),
})

export type ExitPack = z.infer<typeof exitPackSchema>
export type ListedIssue = z.infer<typeof listedIssue>
export type PrintedSignature = z.infer<typeof signature>
