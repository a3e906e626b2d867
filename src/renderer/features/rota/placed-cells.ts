import type { Instant } from '@domain/model/value'
import type { BoardRow } from '@domain/rotation/rota-board'
import type { Span } from '@domain/rotation/span-line'
import type { CSSProperties } from 'react'
import { type Period, shareOf, stretch } from './period'
import { type Cell, cellsOf } from './selection'

/** A month leaves shorter shifts no room: there they are drawn this long, where nothing follows. */
const leastInMonth = 0.029

/** Between a cell and the next. */
const gap = '2px'

/** A cell and where it is drawn. */
export interface PlacedCell {
  readonly cell: Cell
  /** Among those of its row. A cell is drawn by it: another week is written into the cells that are there, rather than drawn anew. */
  readonly place: number
  readonly style: CSSProperties
  /** Which part of the period it takes, from 0 to 1. */
  readonly room: number
  /** Where the cursor stands when it is chosen. */
  readonly at: Instant
}

export function placedCells(row: BoardRow, period: Period): readonly PlacedCell[] {
  const cells = cellsOf(row)
  return cells.map((cell, place) => {
    const shown = shownSpan(cell.span, cells[place + 1]?.span.from ?? period.to, period)
    const { insetInlineStart, inlineSize } = stretch(shown, period)
    return {
      cell,
      place,
      style: { insetInlineStart, inlineSize: `calc(${inlineSize} - ${gap})` },
      room: shareOf(shown.to, period) - shareOf(shown.from, period),
      at: Math.max(cell.span.from, period.from),
    }
  })
}

function shownSpan(span: Span, next: Instant, period: Period): Span {
  if (period.scale === 'week') return span
  const least = leastInMonth * (period.to - period.from)
  return { from: span.from, to: Math.max(span.to, Math.min(span.from + least, next)) }
}
