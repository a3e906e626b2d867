import type { Instant } from '../model/value'
import type { Rota } from './rota'
import type { ShiftRole } from './shift'
import { onNow } from './shifts'
import type { Span } from './span-line'

/** What the rota says of people at an instant. Of who has never been on it, it says nothing. */
export interface Duty {
  /** Who is on, with the roles they are on for. */
  readonly onShift: ReadonlyMap<string, readonly ShiftRole[]>
  /** Takes turns at present, and has none just now. */
  isOffShift(person: string): boolean
  /** Was on the rota, and is on it no longer. */
  isOffRota(person: string): boolean
}

export function dutyAt(rota: Rota, at: Instant): Duty {
  const onShift = new Map<string, ShiftRole[]>()
  for (const { person, role } of onNow(rota, at)) {
    const roles = onShift.get(person) ?? []
    if (!roles.includes(role)) onShift.set(person, [...roles, role])
  }
  const before = new Set<string>()
  const takingTurns = new Set<string>()
  const standing = new Set<string>()
  const meet = (people: readonly string[], { from, to }: Span, isTurn: boolean) => {
    for (const person of people) {
      if (from <= at) before.add(person)
      if (to > at) standing.add(person)
      if (isTurn && from <= at && at < to) takingTurns.add(person)
    }
  }
  for (const { plans, covers, exchanges } of rota.seats) {
    for (const stretch of plans.spans) meet(stretch.plan.members, stretch, true)
    for (const cover of covers.spans) meet([cover.person], cover, false)
    for (const exchange of exchanges) meet([exchange.takes], exchange, false)
  }
  return {
    onShift,
    isOffShift: (person) => takingTurns.has(person) && !onShift.has(person),
    isOffRota: (person) => before.has(person) && !standing.has(person),
  }
}
