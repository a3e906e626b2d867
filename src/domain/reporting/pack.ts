import * as z from 'zod/mini'

/** What every sponsor pack says, as data: all on its pages is in words already, so that paper only lays it out. */

export const verdictStates = ['critical', 'watch', 'steady', 'not-live', 'empty'] as const
export type VerdictState = (typeof verdictStates)[number]

export const severity = z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3)]))
export const amount = z.number()
export const text = z.string()

const issueLine = z.object({ key: text, title: text, severity })

const changeGroup = z.object({
  id: text,
  label: text,
  count: amount,
  /** The most severe few; `count` says how many there are. */
  issues: z.array(issueLine),
})

const decisionLine = z.object({
  key: z.nullable(text),
  title: text,
  askedOf: z.nullable(text),
  neededBy: z.nullable(text),
  overdue: z.boolean(),
})

const registerLine = z.object({
  key: text,
  title: text,
  severity,
  status: text,
  owner: z.nullable(text),
  ageDays: amount,
  nextUpdate: z.nullable(text),
  updateOverdue: z.boolean(),
  workaround: z.boolean(),
  component: z.nullable(text),
})

const resolvedLine = z.object({
  key: text,
  title: text,
  severity,
  status: text,
  resolved: text,
  daysTaken: amount,
})

const patchLine = z.object({
  name: text,
  state: text,
  /** When it became so. */
  since: text,
  window: z.nullable(text),
  fixes: amount,
  note: text,
})

/** What the pages of every pack have in common. */
export const packFields = {
  version: z.literal(1),
  /** Epoch milliseconds. */
  asOf: amount,
  asOfText: text,
  zoneText: text,
  /** What its readers may not read, in words; '' where that is nothing. */
  withheld: text,
  engagement: z.object({ name: text, client: text, system: text }),
  dayOfPlan: text,
  /** Whose changes are not in it; null where nothing is known to be missing. */
  missing: z.nullable(text),
  /** How what changed within the pack's period is headed, and what its span is. */
  period: z.object({ heading: text, meaning: text }),
  /** What changes of headline figures are held against. */
  comparison: text,
  verdict: z.object({ state: z.enum(verdictStates), word: text, reason: text, rule: text }),
  /** `change` against the last pack; null where there is nothing to compare with. */
  severities: z.array(z.object({ severity, name: text, open: amount, change: z.nullable(amount) })),
  total: z.object({ open: amount, change: z.nullable(amount) }),
  changes: z.array(changeGroup),
  decisions: z.object({ count: amount, lines: z.array(decisionLine) }),
  flow: z.object({
    /** In the order of `severities`. */
    days: z.array(z.object({ day: text, label: text, in: amount, out: amount, open: z.array(amount) })),
    summary: text,
  }),
  register: z.object({ count: amount, lines: z.array(registerLine) }),
  resolved: z.object({ count: amount, lines: z.array(resolvedLine) }),
  patches: z.object({
    count: amount,
    lines: z.array(patchLine),
    figures: z.array(z.object({ label: text, display: text })),
  }),
  /** Figures worth a line on the first page; `trend` says how they have changed. */
  glance: z.array(z.object({ label: text, display: text, trend: text })),
  definitions: z.array(
    z.object({ label: text, display: text, trend: text, definition: text, formula: text }),
  ),
} as const

const commonPack = z.object(packFields)
/** The pages that every pack has. */
export type CommonPack = z.infer<typeof commonPack>
export type IssueLine = z.infer<typeof issueLine>
export type ChangeGroup = z.infer<typeof changeGroup>
export type DecisionLine = z.infer<typeof decisionLine>
export type RegisterLine = z.infer<typeof registerLine>
export type ResolvedLine = z.infer<typeof resolvedLine>
export type PatchLine = z.infer<typeof patchLine>
