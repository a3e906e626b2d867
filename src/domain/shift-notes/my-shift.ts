import type { Instant } from '../model/value'
import type { Rota } from '../rotation/rota'
import type { Shift } from '../rotation/shift'
import { next, shiftsBetween } from '../rotation/shifts'

const hour = 60 * 60_000
/** Whoever went off shift so long ago may still write the note of it. */
const patience = 12 * hour

export interface MyShift {
  readonly shift: Shift
  /** Who comes next in the same role; undefined where nobody does. */
  readonly to: string | undefined
}

/** The shift that somebody is on, or the last one that ended not long ago. */
export function shiftToHandOver(rota: Rota, me: string, now: Instant): MyShift | undefined {
  const shift = shiftsBetween(rota, now - patience, now + 1).findLast(({ person }) => person === me)
  if (!shift) return undefined
  const follower = next(rota, shift.role, shift.to - 1)?.person
  return { shift, to: follower === me ? undefined : follower }
}
