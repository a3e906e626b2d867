import * as z from 'zod/mini'
import { amount, packFields, severity, text } from './pack'

const level = z.object({
  name: text,
  target: text,
  judged: amount,
  met: amount,
  missed: amount,
  /** Of those missed, how many clocks still run. */
  open: amount,
  inTime: text,
  median: text,
  ninth: text,
})

const breachLine = z.object({
  key: text,
  title: text,
  severity,
  clock: text,
  /** Counted time beyond the target. */
  over: text,
  owner: z.nullable(text),
})

const stuckLine = z.object({
  key: text,
  title: text,
  severity,
  status: text,
  touched: text,
  quiet: text,
  allowed: text,
  owner: z.nullable(text),
})

/** How much of the demand says one thing: this week, the week before, and so far. */
const demandRow = z.object({ name: text, week: text, before: text, all: text })

const demandTable = z.object({
  title: text,
  rowHead: text,
  /** What the shares are shares of. */
  note: text,
  rows: z.array(demandRow),
})

/** What the pages of every pack over seven days say: the daily ones, and whether promises are kept. */
export const weekFields = {
  ...packFields,
  serviceLevels: z.object({
    notes: z.array(text),
    clocks: z.array(z.object({ title: text, levels: z.array(level) })),
    breaches: z.object({ clocks: amount, issues: amount, lines: z.array(breachLine) }),
  }),
  exit: z.object({
    summary: text,
    leftOut: text,
    count: amount,
    lines: z.array(
      z.object({
        id: text,
        title: text,
        state: z.enum(['met', 'not-met', 'unmeasured']),
        stateWord: text,
        wanted: text,
        actual: text,
        reset: text,
        earliest: text,
      }),
    ),
  }),
  /** When the exit may be; without figures where nothing can be said. */
  forecast: z.object({
    summary: text,
    figures: z.array(z.object({ label: text, display: text, trend: text })),
    basis: text,
  }),
  /** How hypercare tapers off, in person days. */
  plan: z.object({
    warning: z.nullable(text),
    summary: text,
    /** Spent on days of no phase. */
    outside: z.nullable(text),
    phases: z.object({
      count: amount,
      lines: z.array(
        z.object({
          rank: amount,
          name: text,
          days: text,
          rota: text,
          targets: text,
          planned: text,
          /** Of that, until today. */
          due: text,
          spent: text,
        }),
      ),
    }),
  }),
  ageing: z.object({
    summary: text,
    /** `open` in the order of `severities`. */
    bands: z.array(z.object({ label: text, open: z.array(amount) })),
  }),
  stuck: z.object({ count: amount, rule: text, lines: z.array(stuckLine) }),
  orphans: z.object({
    count: amount,
    /** `open` in the order of `severities`. */
    reasons: z.array(z.object({ name: text, open: z.array(amount), total: amount })),
  }),
  rhythm: z.object({
    figures: z.array(z.object({ label: text, display: text })),
    /** Those that are open. */
    risks: z.object({
      count: amount,
      lines: z.array(
        z.object({ title: text, exposure: text, status: text, mitigation: text, owner: z.nullable(text) }),
      ),
    }),
    /** Decisions made within the week. */
    made: z.object({
      count: amount,
      lines: z.array(z.object({ title: text, outcome: text, day: text })),
    }),
    /** Actions that are overdue. */
    actions: z.object({
      count: amount,
      lines: z.array(z.object({ text, owner: z.nullable(text), due: text })),
    }),
  }),
  /** Roles that are needed or had anybody on. */
  coverage: z.array(z.object({ role: text, needed: text, onShift: text, missing: text, missingAhead: text })),
  load: z.object({
    figures: z.array(z.object({ label: text, display: text })),
    people: z.object({
      count: amount,
      lines: z.array(
        z.object({
          rank: amount,
          name: text,
          time: text,
          onCall: text,
          outside: text,
          nights: text,
          hero: text,
        }),
      ),
    }),
    /** What was too much for somebody. */
    breaches: z.object({ count: amount, lines: z.array(z.object({ name: text, rule: text, text })) }),
  }),
  communication: z.object({
    figures: z.array(z.object({ label: text, display: text })),
    audiences: z.object({
      count: amount,
      lines: z.array(
        z.object({
          rank: amount,
          name: text,
          sent: amount,
          onTime: text,
          told: amount,
          addresses: text,
          last: text,
        }),
      ),
    }),
    /** What people keep asking. */
    gaps: z.object({
      count: amount,
      lines: z.array(
        z.object({
          rank: amount,
          title: text,
          component: text,
          asked: amount,
          lately: amount,
          action: z.nullable(text),
        }),
      ),
    }),
    /** Done about it, with what was asked a week before and after. */
    actions: z.object({
      count: amount,
      lines: z.array(
        z.object({
          rank: amount,
          title: text,
          kind: text,
          state: text,
          owner: z.nullable(text),
          before: text,
          after: text,
        }),
      ),
    }),
  }),
  /** Null where nobody has imported anything about use. */
  adoption: z.nullable(
    z.object({
      /** What the chart and its table are about, in a sentence. */
      summary: text,
      figures: z.array(z.object({ label: text, display: text, trend: text })),
      days: z.array(
        z.object({
          label: text,
          active: amount,
          licensed: z.nullable(amount),
          /** Raised on the day with severity 1 or 2. */
          incidents: amount,
          /** Shipped on the day. */
          patches: z.array(text),
        }),
      ),
      groups: z.object({
        count: amount,
        lines: z.array(
          z.object({
            rank: amount,
            name: text,
            active: text,
            licensed: text,
            share: text,
            before: text,
            never: text,
          }),
        ),
      }),
      features: z.object({
        count: amount,
        lines: z.array(z.object({ rank: amount, name: text, people: text, events: text, before: text })),
      }),
      trends: z.array(z.object({ rank: amount, title: text, seen: text })),
      concerns: z.object({
        count: amount,
        lines: z.array(
          z.object({
            rank: amount,
            title: text,
            seen: text,
            action: z.nullable(text),
            owner: z.nullable(text),
          }),
        ),
      }),
    }),
  ),
  demand: z.object({
    headline: text,
    reopened: text,
    classes: z.array(z.object({ name: text, week: amount, before: amount })),
    tables: z.array(demandTable),
  }),
} as const

export const weeklyPackSchema = z.object({ kind: z.literal('weekly'), ...weekFields })
export type WeeklyPack = z.infer<typeof weeklyPackSchema>

const weekPack = z.object(weekFields)
/** The pages that the weekly and the exit pack have in common. */
export type WeekPack = z.infer<typeof weekPack>
export type LevelRow = z.infer<typeof level>
export type BreachLine = z.infer<typeof breachLine>
export type StuckLine = z.infer<typeof stuckLine>
export type DemandTable = z.infer<typeof demandTable>
