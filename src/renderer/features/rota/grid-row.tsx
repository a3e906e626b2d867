import { roleWords } from '@domain/ownership/role-words'
import type { BoardRow } from '@domain/rotation/rota-board'
import { memo, useMemo } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import styles from './grid.module.css'
import { type CellHandlers, type CellTelling, GridCell } from './grid-cell'
import type { Period } from './period'
import { placedCells } from './placed-cells'
import { useDrawnCells } from './use-drawn-cells'

export interface GridRowProps {
  readonly row: BoardRow
  readonly period: Period
  readonly top: number
  /** Its cells are drawn with it, rather than in a later frame. */
  readonly atOnce: boolean
  /** Key of the chosen cell, if it is one of these. */
  readonly chosen: string | undefined
  readonly telling: CellTelling
  readonly handlers: CellHandlers
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, period, top, atOnce, chosen, telling, handlers } = props
  const cells = useDrawnCells(
    useMemo(() => placedCells(row, period), [row, period]),
    atOnce,
  )
  return (
    <li
      className={classNames(styles.row, row.kind === 'role' && styles.role)}
      style={{ insetBlockStart: top }}
    >
      <RowHead row={row} />
      <div className={styles.track}>
        {cells.map((placed) => (
          <GridCell
            key={placed.place}
            row={row.key}
            placed={placed}
            isChosen={placed.cell.key === chosen}
            telling={telling}
            handlers={handlers}
          />
        ))}
      </div>
    </li>
  )
})

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
