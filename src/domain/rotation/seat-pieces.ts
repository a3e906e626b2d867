import type { Instant } from '../model/value'
import type { PlanStretch } from './plans'
import type { Rota, Seat } from './rota'
import type { ShiftOrigin } from './shift'
import { cut, type Span, without } from './span-line'
import { turnsBetween } from './turns'

/** One stretch of a seat; nobody in it where a plan has no members, or whoever should be on is away. */
export interface Piece extends Span {
  readonly person: string | undefined
  /** Who should have been on and is away. */
  readonly missing?: string | undefined
  readonly origin: ShiftOrigin
}

/**
 * All pieces of which any part is in the period, whole and never overlapping: the plan's turns, over them the
 * overrides, then what was swapped, and without those who are away.
 */
export function seatPieces(seat: Seat, { absences }: Rota, from: Instant, to: Instant): Piece[] {
  const covered = seat.covers
    .between(from, to)
    .map(({ from, to, person }): Piece => ({ from, to, person, origin: 'override' }))
  const planned = seat.plans
    .between(from, to)
    .flatMap((stretch) => slots(stretch, from, to))
    .flatMap((slot) => without(slot, seat.covers.between(slot.from, slot.to)))
  return [...planned, ...covered]
    .flatMap((piece) => exchanged(piece, seat))
    .flatMap((piece) => present(piece, absences))
    .filter((piece) => piece.to > from && piece.from < to)
    .sort((a, b) => a.from - b.from)
}

function slots(stretch: PlanStretch, from: Instant, to: Instant): Piece[] {
  const { turns, members, windows, isTemporary } = stretch.plan
  const origin = isTemporary ? 'temporary' : 'rotation'
  const period = cut(stretch, { from, to })
  if (!period) return []
  const open = windows ? windows.between(period.from, period.to) : [undefined]
  return open.flatMap((window) => {
    const { from, to } = window ?? period
    return [...turnsBetween(turns, from, to)].flatMap((turn): Piece[] => {
      const span = cut(window ? (cut(turn, window) ?? turn) : turn, stretch)
      const person = members[modulo(turn.number, members.length)]
      return span ? [{ from: span.from, to: span.to, person, origin }] : []
    })
  })
}

/** Only what the one who gives really has changes hands. */
function exchanged(piece: Piece, { exchanges }: Seat): Piece[] {
  let pieces = [piece]
  for (const exchange of exchanges) {
    if (exchange.to <= piece.from || exchange.from >= piece.to) continue
    pieces = pieces.flatMap((part) => {
      const given = part.person === exchange.gives ? cut(part, exchange) : undefined
      if (!given) return [part]
      return [...without(part, [given]), { ...given, person: exchange.takes, origin: 'swap' as const }]
    })
  }
  return pieces
}

function present(piece: Piece, absences: Rota['absences']): Piece[] {
  const away = piece.person === undefined ? undefined : absences.get(piece.person)
  if (!away) return [piece]
  const missing = away.flatMap((absence) => {
    const missed = cut(piece, absence)
    return missed ? [{ ...missed, person: undefined, missing: piece.person }] : []
  })
  return [...without(piece, away), ...missing]
}

const modulo = (number: number, length: number) => ((number % length) + length) % length
