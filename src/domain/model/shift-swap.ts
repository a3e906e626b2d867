import * as z from 'zod/mini'
import { instant, key, line } from './field'

export const swapStates = ['offered', 'taken', 'approved', 'declined', 'withdrawn'] as const
export type SwapState = (typeof swapStates)[number]

/**
 * Somebody offers a shift to others. It changes hands when it is approved. The shift is told by its time as it was when
 * it was offered: should the rota have changed since, only what is still the offerer's changes hands.
 */
export const shiftSwapFields = {
  shift: key,
  /** Of the shift: where two people have it, this is whose place is swapped. */
  rotation: key,
  from: instant,
  to: instant,
  offeredBy: key,
  offeredAt: instant,
  takenBy: key,
  takenAt: instant,
  /** A shift of the taker that the offerer takes in return. */
  returnRotation: key,
  returnFrom: instant,
  returnTo: instant,
  approvedBy: line,
  approvedAt: instant,
  state: z.nullable(z.enum(swapStates)),
  note: line,
} as const

/** One row for a shift and who offers it: two laptops that swap the same shift meet in it. */
export const shiftSwapKey = (shift: string, offeredBy: string) => `${shift}/${offeredBy}`
