import * as z from 'zod/mini'

/** The daily sponsor pack as data: everything on its pages, already in words, so that paper only lays it out. */

export const verdictStates = ['critical', 'watch', 'steady', 'not-live', 'empty'] as const
export type VerdictState = (typeof verdictStates)[number]

const severity = z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3)]))
const amount = z.number()
const text = z.string()

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

export const dailyPackSchema = z.object({
  kind: z.literal('daily'),
  version: z.literal(1),
  /** Epoch milliseconds. */
  asOf: amount,
  asOfText: text,
  zoneText: text,
  engagement: z.object({ name: text, client: text, system: text }),
  dayOfPlan: text,
  verdict: z.object({ state: z.enum(verdictStates), word: text, reason: text, rule: text }),
  severities: z.array(z.object({ severity, name: text, open: amount, change: amount })),
  total: z.object({ open: amount, change: amount }),
  changes: z.array(changeGroup),
  decisions: z.object({ count: amount, lines: z.array(decisionLine) }),
  flow: z.object({
    /** In the order of `severities`. */
    days: z.array(z.object({ day: text, label: text, in: amount, out: amount, open: z.array(amount) })),
    summary: text,
  }),
  register: z.object({ count: amount, lines: z.array(registerLine) }),
  resolved: z.object({ count: amount, lines: z.array(resolvedLine) }),
  /** Figures worth a line on the first page. */
  glance: z.array(z.object({ label: text, display: text })),
  definitions: z.array(z.object({ label: text, display: text, definition: text, formula: text })),
})

export type DailyPack = z.infer<typeof dailyPackSchema>
export type IssueLine = z.infer<typeof issueLine>
export type ChangeGroup = z.infer<typeof changeGroup>
export type DecisionLine = z.infer<typeof decisionLine>
export type RegisterLine = z.infer<typeof registerLine>
export type ResolvedLine = z.infer<typeof resolvedLine>

/** A pack out of its JSON text. @throws Error with a message for people when the text is no daily pack. */
export function readDailyPack(json: string): DailyPack {
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch {
    throw new Error('The report to print is not readable: it is no JSON text.')
  }
  const parsed = z.safeParse(dailyPackSchema, input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(
    `The report to print is not readable: ${issue?.path.join('.') ?? 'report'} ${issue?.message ?? ''}`.trim(),
  )
}
