import * as z from 'zod/mini'
import { day, flag, instant, key, line, longText } from './field'

export const trainingKinds = ['session', 'guide', 'tip'] as const
export type TrainingKind = (typeof trainingKinds)[number]

/**
 * What is done so that people need not ask any more. It names the questions it answers by component, unit and words,
 * so that they can be counted before and after on every laptop alike.
 */
export const trainingActionFields = {
  title: line,
  kind: z.nullable(z.enum(trainingKinds)),
  component: line,
  /** Null where it is for every unit. */
  unit: line,
  note: longText,
  owner: key,
  dueOn: day,
  doneAt: instant,
  removed: flag,
} as const

/** `term:WORD` a word that the questions have in common. */
export const trainingActionSets = { 'term:': flag } as const
