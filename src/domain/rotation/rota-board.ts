import type { Row } from '../merge/row'
import type { Rotation, ShiftSwap } from '../model/entities'
import type { Instant } from '../model/value'
import { type CoverageGap, coverageGaps } from './coverage'
import type { Rota, Seat } from './rota'
import { seatPieces } from './seat-pieces'
import type { Shift } from './shift'
import { type ShiftRole, shiftRoles } from './shift'
import { shiftOf } from './shifts'
import type { Span } from './span-line'
import { isOpenSwap } from './swap-commands'

/** A stretch of a row: a shift, or time in which somebody should be on and nobody is. */
export interface BoardPiece extends Span {
  readonly key: string
  readonly role: ShiftRole
  /** Key of the rotation, or of the override that stands besides all of them. */
  readonly seat: string
  /** Nobody is on where there is none. */
  readonly shift: Shift | undefined
  /** Who should have been on and is away. */
  readonly missing: string | undefined
  /** A swap of it that waits for somebody. */
  readonly swap: Row<ShiftSwap> | undefined
}

export interface RoleRow {
  readonly kind: 'role'
  readonly key: string
  readonly role: ShiftRole
  readonly gaps: readonly CoverageGap[]
  /** Whether anybody has said how many it needs. */
  readonly isNeeded: boolean
}

export interface SeatRow {
  readonly kind: 'seat'
  readonly key: string
  readonly role: ShiftRole
  readonly name: string
  readonly layer: number
  readonly pieces: readonly BoardPiece[]
}

export type BoardRow = RoleRow | SeatRow

export interface BoardTables {
  readonly rotation: ReadonlyMap<string, Row<Rotation>>
  readonly shiftSwap: ReadonlyMap<string, Row<ShiftSwap>>
}

/** A period of the rota as rows: each role with its gaps, under it its rotations by layer, and who is on besides. */
export function rotaBoard(rota: Rota, tables: BoardTables, from: Instant, to: Instant): BoardRow[] {
  const swaps = openSwaps(tables.shiftSwap.values())
  const pieces = new Map(rota.seats.map((seat) => [seat, piecesOf(seat, rota, swaps, from, to)]))
  const shifts = [...pieces.values()].flatMap((own) => own.flatMap(({ shift }) => shift ?? []))
  const gaps = coverageGaps(rota, from, to, shifts)
  return shiftRoles.flatMap((role): BoardRow[] => {
    const seats = rota.seats.filter((seat) => seat.role === role)
    const isNeeded = rota.needs.some((need) => need.role === role && need.from < to && need.to > from)
    if (seats.length === 0 && !isNeeded) return []
    const own = gaps.filter((gap) => gap.role === role)
    const rotations = seats.filter(({ key }) => tables.rotation.has(key))
    const rows = rotations.map((seat): SeatRow => {
      const name = tables.rotation.get(seat.key)?.values.name || seat.key
      return { kind: 'seat', key: seat.key, role, name, layer: seat.layer, pieces: pieces.get(seat) ?? [] }
    })
    const besides = seats
      .filter((seat) => !rotations.includes(seat))
      .flatMap((seat) => pieces.get(seat) ?? [])
      .sort((a, b) => a.from - b.from)
    if (besides.length > 0)
      rows.push({ kind: 'seat', key: `besides:${role}`, role, name: 'Besides', layer: 0, pieces: besides })
    return [{ kind: 'role', key: `role:${role}`, role, gaps: own, isNeeded }, ...rows]
  })
}

function piecesOf(
  seat: Seat,
  rota: Rota,
  swaps: ReadonlyMap<string, Row<ShiftSwap>>,
  from: Instant,
  to: Instant,
): BoardPiece[] {
  return seatPieces(seat, rota, from, to).map((piece): BoardPiece => {
    const shift = shiftOf(seat, piece)
    return {
      key: shift?.key ?? `${seat.key}@${piece.from}`,
      role: seat.role,
      seat: seat.key,
      from: piece.from,
      to: piece.to,
      shift,
      missing: piece.missing,
      swap: shift && swaps.get(`${shift.key} ${shift.person}`),
    }
  })
}

function openSwaps(rows: Iterable<Row<ShiftSwap>>): Map<string, Row<ShiftSwap>> {
  const open = new Map<string, Row<ShiftSwap>>()
  for (const row of rows) if (isOpenSwap(row)) open.set(`${row.values.shift} ${row.values.offeredBy}`, row)
  return open
}

/** The rows with the former ones, and in them the former pieces, wherever they say the same. */
export function keepingRows(rows: readonly BoardRow[], former: readonly BoardRow[]): readonly BoardRow[] {
  const before = new Map(former.map((row) => [row.key, row]))
  return rows.map((row) => keepingRow(row, before.get(row.key)))
}

function keepingRow(row: BoardRow, before: BoardRow | undefined): BoardRow {
  if (row.kind === 'seat' && before?.kind === 'seat') {
    const known = new Map(before.pieces.map((piece) => [piece.key, piece]))
    const pieces = row.pieces.map((piece) => {
      const same = known.get(piece.key)
      return same && isSamePiece(piece, same) ? same : piece
    })
    const isSame =
      pieces.length === before.pieces.length && pieces.every((piece, place) => piece === before.pieces[place])
    const { name, layer } = before
    return isSame && row.name === name && row.layer === layer ? before : { ...row, pieces }
  }
  return row
}

/** A swap is a row, which changes in place: whatever has one may have changed. */
function isSamePiece(a: BoardPiece, b: BoardPiece): boolean {
  return (
    a.swap === undefined &&
    b.swap === undefined &&
    a.from === b.from &&
    a.to === b.to &&
    a.missing === b.missing &&
    a.role === b.role &&
    a.shift?.person === b.shift?.person &&
    a.shift?.origin === b.shift?.origin
  )
}
