import * as z from 'zod/mini'
import { flag, key, line, longText } from './field'

export const confirmers = ['reporter', 'unit', 'person'] as const
export type Confirmer = (typeof confirmers)[number]

export const retestResults = ['passed', 'failed'] as const
export type RetestResult = (typeof retestResults)[number]

/** Fields whose every change is kept with its time, so that the retests of a past day can be told. */
export const trackedRetestFields = ['result', 'excuse'] as const

/** Whether one issue's fix, that came with a patch, works for those who need it. Written when the patch is shipped. */
export const retestFields = {
  patch: key,
  issue: key,
  confirmer: z.nullable(z.enum(confirmers)),
  /** Who, where `confirmer` is a person. */
  person: key,
  result: z.nullable(z.enum(retestResults)),
  /** Why the patch can do without it, or with its failure. */
  excuse: line,
  note: longText,
  removed: flag,
} as const

/** Two laptops that ship the same patch write the same rows. */
export const retestKey = (patch: string, issue: string): string => `${patch}/${issue}`
