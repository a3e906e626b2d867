import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { type CoverStretch, coverBetween } from '../rotation/coverage'
import { readRota, rotaTables } from '../rotation/read-rota'
import { type ShiftRole, shiftRoles } from '../rotation/shift'
import { shiftsBetween } from '../rotation/shifts'
import { cut, type Span } from '../rotation/span-line'

/** One role over the week of a report; lengths in milliseconds. */
export interface RoleCover {
  readonly role: ShiftRole
  /** Hours in which anybody was needed; 0 where nobody had said how many. */
  readonly needed: number
  /** Hours of everybody who was on, together. */
  readonly onShift: number
  /** Hours with fewer people than were needed. */
  readonly missing: number
  /** The same of the week to come. */
  readonly missingAhead: number
}

export interface CoverReading {
  /** Those that are needed or had anybody on. */
  readonly roles: readonly RoleCover[]
  /** Keys of what is needed, and of rotations. */
  readonly needs: readonly string[]
  readonly rotations: readonly string[]
}

/** Who was on and where nobody was, up to an instant; what is still to come after it, as it is planned now. */
export function readCover(replica: Replica, zone: string, since: Instant, asOf: Instant): CoverReading {
  const rota = readRota(rotaTables(replica, zone))
  const shifts = shiftsBetween(rota, since, asOf)
  const cover = coverBetween(rota, since, asOf)
  const ahead = coverBetween(rota, asOf, asOf + (asOf - since))
  const roles = shiftRoles
    .map((role): RoleCover => {
      const own = cover.filter((stretch) => stretch.role === role)
      const on = shifts.flatMap((shift) =>
        shift.role === role ? (cut(shift, { from: since, to: asOf }) ?? []) : [],
      )
      return {
        role,
        needed: lengthOf(own),
        onShift: lengthOf(on),
        missing: lengthOf(own.filter(isShort)),
        missingAhead: lengthOf(ahead.filter((stretch) => stretch.role === role && isShort(stretch))),
      }
    })
    .filter(({ needed, onShift, missingAhead }) => needed + onShift + missingAhead > 0)
  return {
    roles,
    needs: rota.needs.map(({ key }) => key),
    rotations: [...new Set(shifts.map(({ rotation }) => rotation))].filter((key) =>
      replica.rows('rotation').has(key),
    ),
  }
}

const isShort = ({ on, needed }: CoverStretch) => on < needed

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0)
