import { roleWords } from '@domain/ownership/role-words'
import type { BoardRow } from '@domain/rotation/rota-board'
import { type KeyboardEvent, memo } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import styles from './grid.module.css'
import { GridCell } from './grid-cell'
import type { Period } from './period'
import { type Cell, cellsOf } from './selection'

export interface GridRowProps {
  readonly row: BoardRow
  readonly period: Period
  readonly top: number
  readonly chosen: Cell | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onChoose: (cell: Cell) => void
  readonly onOpen: (cell: Cell) => void
}

export const GridRow = memo(function GridRow({
  row,
  period,
  top,
  chosen,
  onKeyDown,
  onChoose,
  onOpen,
}: GridRowProps) {
  const cells = cellsOf(row)
  return (
    <li
      className={classNames(styles.row, row.kind === 'role' && styles.role)}
      style={{ insetBlockStart: top }}
    >
      <RowHead row={row} />
      <ol className={styles.track}>
        {cells.map((cell, place) => {
          const isChosen = cell.key === chosen?.key
          return (
            <GridCell
              key={cell.key}
              cell={cell}
              next={cells[place + 1]?.span.from ?? period.to}
              period={period}
              isChosen={isChosen}
              onKeyDown={onKeyDown}
              onPress={() => (isChosen ? onOpen(cell) : onChoose(cell))}
            />
          )
        })}
      </ol>
    </li>
  )
}, isSame)

/** Handlers are made anew with every draw and always do the same. */
function isSame(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.row === after.row &&
    before.period === after.period &&
    before.top === after.top &&
    before.chosen?.key === after.chosen?.key
  )
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
