import type { Instant } from '@domain/model/value'
import type { CoverageGap } from '@domain/rotation/coverage'
import type { BoardPiece, BoardRow } from '@domain/rotation/rota-board'
import type { Span } from '@domain/rotation/span-line'

/** Where the cursor of the rota is. It is kept by time: a change of the rota leaves it where it was. */
export interface Cursor {
  readonly row: string
  readonly at: Instant
}

export type Cell = { readonly key: string; readonly span: Span } & (
  | { readonly kind: 'piece'; readonly piece: BoardPiece }
  | { readonly kind: 'gap'; readonly gap: CoverageGap }
)

/** What can be chosen in a row, earliest first. */
export function cellsOf(row: BoardRow): Cell[] {
  return row.kind === 'role'
    ? row.gaps.map((gap) => ({ kind: 'gap', key: String(gap.from), gap, span: gap }))
    : row.pieces.map((piece) => ({ kind: 'piece', key: piece.key, piece, span: piece }))
}

export function cellCount(row: BoardRow | undefined): number {
  if (!row) return 0
  return row.kind === 'role' ? row.gaps.length : row.pieces.length
}

/** The cell at the cursor's time; where none is, the first after it, or the last. */
export function cellAt(row: BoardRow | undefined, at: Instant): Cell | undefined {
  if (!row) return undefined
  const cells = cellsOf(row)
  return cells.find(({ span }) => span.to > at) ?? cells.at(-1)
}

export type Step = 'before' | 'after' | 'up' | 'down'

/** Where an arrow key leads; along a row beyond the period too. */
export function moved(rows: readonly BoardRow[], cursor: Cursor, step: Step): Cursor {
  const place = Math.max(
    0,
    rows.findIndex(({ key }) => key === cursor.row),
  )
  const row = rows[place]
  if (!row) return cursor
  if (step === 'up' || step === 'down') {
    const rest = step === 'up' ? rows.slice(0, place).toReversed() : rows.slice(place + 1)
    const next = rest.find((other) => cellsOf(other).length > 0)
    return next ? { row: next.key, at: cursor.at } : cursor
  }
  const cells = cellsOf(row)
  const now = cells.indexOf(cells.find(({ span }) => span.to > cursor.at) ?? (cells.at(-1) as Cell))
  const current = cells[now]?.span
  if (!current) return cursor
  const next = cells[step === 'before' ? now - 1 : now + 1]
  if (next) return { row: row.key, at: next.span.from }
  return { row: row.key, at: step === 'before' ? current.from - 1 : current.to }
}
