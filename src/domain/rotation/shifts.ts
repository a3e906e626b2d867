import type { Instant } from '../model/value'
import type { Rota, Seat } from './rota'
import { type Piece, seatPieces } from './seat-pieces'
import type { Shift, ShiftRole } from './shift'
import type { Span } from './span-line'

/** A stretch in which somebody should be on and nobody is. */
export interface Vacancy extends Span {
  readonly role: ShiftRole
  /** Key of the rotation, as a shift tells it. */
  readonly rotation: string
  /** Who should have been on and is away. */
  readonly missing: string | undefined
}

/**
 * Every shift of which any part is in the period, whole: cut to the period by whoever counts hours. Earliest first, and
 * of those that begin at once the role's first layer first.
 */
export function shiftsBetween(rota: Rota, from: Instant, to: Instant): readonly Shift[] {
  return rota.seats.flatMap((seat) => shiftsOf(seat, rota, from, to)).sort((a, b) => a.from - b.from)
}

/** The same for the rotations' stretches without anybody. */
export function vacanciesBetween(rota: Rota, from: Instant, to: Instant): readonly Vacancy[] {
  return rota.seats
    .flatMap((seat) =>
      seatPieces(seat, rota, from, to)
        .filter(({ person }) => person === undefined)
        .map(({ from, to, missing }) => ({ role: seat.role, rotation: seat.key, missing, from, to })),
    )
    .sort((a, b) => a.from - b.from)
}

/** Who is on at an instant, each role's first layer first. */
export function onNow(rota: Rota, at: Instant): readonly Shift[] {
  return rota.seats.flatMap((seat) => shiftsOf(seat, rota, at, at + 1))
}

const dayLength = 24 * 60 * 60_000
/** How far ahead the next shift is looked for, little by little: it mostly begins within days. */
const outlooks = [2, 16, 128, 800].map((days) => days * dayLength)

/** The first shift of a role that begins after an instant. */
export function next(rota: Rota, role: ShiftRole, at: Instant): Shift | undefined {
  const seats = rota.seats.filter((seat) => seat.role === role)
  for (const outlook of outlooks) {
    const [first] = shiftsBetween({ ...rota, seats }, at, at + outlook).filter(({ from }) => from > at)
    if (first) return first
  }
  return undefined
}

function shiftsOf(seat: Seat, rota: Rota, from: Instant, to: Instant): Shift[] {
  return seatPieces(seat, rota, from, to).flatMap((piece) => shiftOf(seat, piece) ?? [])
}

/** The shift that a piece of a seat is; none where nobody is on. */
export function shiftOf(seat: Seat, { person, from, to, origin }: Piece): Shift | undefined {
  if (person === undefined) return undefined
  const key = `${seat.key}@${new Date(from).toISOString().slice(0, 19)}Z`
  return { key, role: seat.role, person, from, to, origin, rotation: seat.key }
}
