import * as z from 'zod/mini'
import { day, flag, instant, key, line, longText } from './field'

export const handoverItemKinds = ['ownership', 'runbook', 'known-error', 'access', 'residual'] as const
export type HandoverItemKind = (typeof handoverItemKinds)[number]

export const handoverAnswers = ['accepted', 'declined'] as const
export type HandoverAnswer = (typeof handoverAnswers)[number]

/** What somebody who takes something over says to it. Always written as a whole, so that no merge mixes two answers. */
export const answerFields = {
  answer: z.nullable(z.enum(handoverAnswers)),
  /** The name that stands for it, as it was said: whoever accepts need not be a person of the engagement. */
  answeredBy: line,
  answeredAt: instant,
  answerNote: longText,
} as const

/** Fields whose every change is kept with its time: a scorecard of a past day knows what was accepted by then. */
export const trackedHandoverFields = ['answer'] as const

/** One thing that is handed over to those who stay. Whose it was and will be are names: of people, teams or companies. */
export const handoverItemFields = {
  kind: z.nullable(z.enum(handoverItemKinds)),
  /** The component, the runbook, the error, the system, or what is left open. */
  title: line,
  givenBy: line,
  takenBy: line,
  detail: longText,
  workaround: longText,
  /** Where it is found. */
  place: line,
  dueOn: day,
  /** What a known error or something left open was drafted from. */
  issue: key,
  ...answerFields,
  removed: flag,
} as const
