import { roleWords } from '@domain/ownership/role-words'
import type { BoardRow } from '@domain/rotation/rota-board'
import { memo, useMemo } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import styles from './grid.module.css'
import { type CellHandlers, type CellTelling, GridCell } from './grid-cell'
import type { Period } from './period'
import { type Cell, cellsOf } from './selection'

export interface GridRowProps {
  readonly row: BoardRow
  readonly period: Period
  readonly top: number
  /** Key of the chosen cell, if it is one of these. */
  readonly chosen: string | undefined
  readonly telling: CellTelling
  readonly handlers: CellHandlers
}

export const GridRow = memo(function GridRow({ row, period, top, chosen, telling, handlers }: GridRowProps) {
  const cells = useMemo(() => placed(cellsOf(row), period), [row, period])
  return (
    <li
      className={classNames(styles.row, row.kind === 'role' && styles.role)}
      style={{ insetBlockStart: top }}
    >
      <RowHead row={row} />
      <ol className={styles.track}>
        {cells.map(({ cell, place, next }) => (
          <GridCell
            key={place}
            row={row.key}
            cell={cell}
            next={next}
            period={period}
            isChosen={cell.key === chosen}
            telling={telling}
            handlers={handlers}
          />
        ))}
      </ol>
    </li>
  )
})

/** A cell is drawn by its place: another week is written into the cells that are there, rather than drawn anew. */
function placed(cells: readonly Cell[], period: Period) {
  return cells.map((cell, place) => ({ cell, place, next: cells[place + 1]?.span.from ?? period.to }))
}

function RowHead({ row }: { readonly row: BoardRow }) {
  if (row.kind === 'seat')
    return (
      <div className={styles.seatName}>
        <span className={styles.name} data-tooltip={row.name}>
          {row.name}
        </span>
        {row.layer > 0 && <span className={styles.layer}>layer {row.layer}</span>}
      </div>
    )
  return (
    <div className={styles.roleName}>
      <h2 className={styles.name}>{roleWords[row.role]}</h2>
      {row.gaps.length > 0 && (
        <Mark
          tone="danger"
          shape="triangle"
          label={`${row.gaps.length} ${row.gaps.length === 1 ? 'gap' : 'gaps'}`}
        />
      )}
      {row.gaps.length === 0 && row.isNeeded && <Mark tone="ok" shape="tick" label="covered" />}
    </div>
  )
}
