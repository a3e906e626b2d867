import type { Instant } from '../model/value'

/** Roles that somebody is on shift for. */
export const shiftRoles = ['lead', 'triage', 'floor-walker', 'change-manager', 'on-call'] as const
export type ShiftRole = (typeof shiftRoles)[number]

/** Why a shift is whose it is, the strongest last. */
export const shiftOrigins = ['rotation', 'temporary', 'override', 'swap'] as const
export type ShiftOrigin = (typeof shiftOrigins)[number]

/** One stretch of time for which one person is on for one role. It is worked out from the rota, never stored. */
export interface Shift {
  /**
   * Whose place it is and when it begins, so that calendars know a shift again: it stays where somebody else takes the
   * shift or it ends at another time.
   */
  readonly key: string
  readonly role: ShiftRole
  readonly person: string
  /** Milliseconds since the epoch; the end is not part of it. */
  readonly from: Instant
  readonly to: Instant
  readonly origin: ShiftOrigin
  /** Key of the rotation that it comes from; of the override, where that stands besides all rotations. */
  readonly rotation: string
}
