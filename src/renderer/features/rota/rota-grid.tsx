import type { Instant } from '@domain/model/value'
import type { BoardRow } from '@domain/rotation/rota-board'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useVersion, useWorkspace } from '../../storage/queries'
import { rowHeights } from '../../ui/rows'
import { useMe } from '../../view-state/use-me'
import { useTelling } from '../../view-state/use-telling'
import { DayHeads, DayLines } from './day-columns'
import { mostInFrame } from './frame-turns'
import styles from './grid.module.css'
import type { CellHandlers, CellTelling } from './grid-cell'
import { GridRow } from './grid-row'
import type { Period } from './period'
import { type Cell, type Cursor, cellAt, cellCount, type Step } from './selection'

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export interface RotaGridProps {
  readonly rows: readonly BoardRow[]
  readonly period: Period
  readonly now: Instant
  readonly cursor: Cursor
  readonly onStep: (step: Step) => void
  readonly onChoose: (cursor: Cursor) => void
  /** Enter, or a second press on what is chosen. */
  readonly onOpen: (cell: Cell) => void
}

/** Roles and rotations along the days; only rows in sight are drawn. One cell has the focus and arrow keys move it. */
export function RotaGrid({ rows, period, now, cursor, onStep, onChoose, onOpen }: RotaGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { density } = useWorkspace().settings
  const height = rowHeights[density]
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    scrollPaddingStart: height,
  })
  useEffect(() => {
    void height
    virtual.measure()
  }, [virtual, height])
  const place = rows.findIndex(({ key }) => key === cursor.row)
  const chosen = cellAt(rows[place], cursor.at)
  useLayoutEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place)
  }, [virtual, place])

  const items = virtual.getVirtualItems()
  const atOnce = drawnAtOnce(
    rows,
    items.map(({ index }) => index),
    place,
  )

  const telling = useCellTelling()
  const latest = useRef({ onStep, onChoose, onOpen })
  useLayoutEffect(() => {
    latest.current = { onStep, onChoose, onOpen }
  })
  const [handlers] = useState<CellHandlers>(() => ({
    onKeyDown(event) {
      const step = steps[event.key]
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      latest.current.onStep(step)
    },
    onPress(row, { cell, at }, isChosen) {
      const { onChoose, onOpen } = latest.current
      if (isChosen) onOpen(cell)
      else onChoose({ row, at })
    },
  }))

  return (
    <div ref={scroller} className={styles.grid}>
      <DayHeads period={period} now={now} />
      <ul
        className={styles.rows}
        aria-label={`Rota, ${period.title}`}
        style={{ height: virtual.getTotalSize() }}
      >
        <DayLines period={period} now={now} />
        {items.map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <GridRow
                key={row.key}
                row={row}
                period={period}
                top={start}
                atOnce={atOnce.has(index)}
                chosen={index === place ? chosen?.key : undefined}
                telling={telling}
                handlers={handlers}
              />
            )
          )
        })}
      </ul>
    </div>
  )
}

/** Places of the rows whose cells fit into one frame: that of the cursor in any case, then from the top. */
function drawnAtOnce(rows: readonly BoardRow[], inSight: readonly number[], cursor: number): Set<number> {
  const drawn = new Set([cursor])
  let room = mostInFrame - cellCount(rows[cursor])
  for (const place of inSight) {
    if (place === cursor) continue
    room -= cellCount(rows[place])
    if (room < 0) break
    drawn.add(place)
  }
  return drawn
}

function useCellTelling(): CellTelling {
  const { personName, instant } = useTelling()
  const me = useMe()
  const people = useVersion('person')
  return useMemo(() => {
    void people
    return { me, personName, instant }
  }, [me, people, personName, instant])
}
