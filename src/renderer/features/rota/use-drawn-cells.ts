import { useEffect, useState } from 'react'
import { FrameTurns } from './frame-turns'
import type { PlacedCell } from './placed-cells'

const turns = new FrameTurns((frame) => requestAnimationFrame(frame))
const none: readonly PlacedCell[] = []

/** The cells of a row, at once or when it is its turn; until then what was there before. */
export function useDrawnCells(cells: readonly PlacedCell[], atOnce: boolean): readonly PlacedCell[] {
  const [drawn, setDrawn] = useState(atOnce ? cells : none)
  if (atOnce && drawn !== cells) setDrawn(cells)
  const waits = !atOnce && drawn !== cells
  useEffect(() => (waits ? turns.wait(() => setDrawn(cells), cells.length) : undefined), [waits, cells])
  return atOnce ? cells : drawn
}
