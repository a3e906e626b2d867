import type { Instant } from '../model/value'
import { coverageGaps } from './coverage'
import type { Rota } from './rota'
import { type Shift, type ShiftRole, shiftRoles } from './shift'
import { next, onNow } from './shifts'

/** Who is on in a role, and who comes next. */
export interface OnAndNext {
  readonly role: ShiftRole
  /** The role's first layer first. */
  readonly on: readonly Shift[]
  readonly next: Shift | undefined
  /** More people are needed just now than are on. */
  readonly isShort: boolean
}

/** Every role that has a rotation, is needed or has somebody on. */
export function onAndNext(rota: Rota, at: Instant): OnAndNext[] {
  const shifts = onNow(rota, at)
  const short = new Set(coverageGaps(rota, at, at + 1).map(({ role }) => role))
  const known = new Set([...rota.seats, ...rota.needs].map(({ role }) => role))
  return shiftRoles
    .filter((role) => known.has(role))
    .map((role) => ({
      role,
      on: shifts.filter((shift) => shift.role === role),
      next: next(rota, role, at),
      isShort: short.has(role),
    }))
}
