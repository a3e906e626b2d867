import * as z from 'zod/mini'
import { flag, instant, line, longText } from './field'

export const patchStates = ['planned', 'in-test', 'shipped', 'confirmed', 'rolled-back'] as const
export type PatchState = (typeof patchStates)[number]

/** Fields whose every change is kept with its time: they tell when a patch was shipped, and what it was on a past day. */
export const trackedPatchFields = ['state'] as const

/** Several fixes that go live together. Which issues ride on it is told by each issue's `patch`. */
export const patchFields = {
  name: line,
  /** The window in which it goes live: instants, so that it stays where it was announced whatever zone is told. */
  opensAt: instant,
  closesAt: instant,
  state: z.nullable(z.enum(patchStates)),
  rollbackReason: line,
  /** For those who ship it. */
  notes: longText,
  /** For the team, for they tell fix notes; users are told by bulletins. Markdown; null until somebody edits the draft. */
  releaseNotes: longText,
  removed: flag,
} as const
