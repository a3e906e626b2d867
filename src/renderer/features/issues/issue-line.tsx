import type { Cell, Row } from '@tanstack/react-table'
import { type MouseEvent, memo, type ReactNode } from 'react'
import styles from './issue-table.module.css'
import {
  holdsItsWords,
  type IssueColumn,
  isNumeric,
  type Line,
  type tableFeaturesUsed,
} from './table-columns'

export const lineId = (index: number) => `issue-line-${index}`

export interface IssueLineProps {
  readonly line: Row<typeof tableFeaturesUsed, Line>
  readonly columns: readonly IssueColumn[]
  /** CSS pixels from the top of the list. */
  readonly top: number
  readonly active: boolean
  readonly picked: boolean
  /** Below the head of a group. */
  readonly grouped: boolean
  /** With Ctrl or ⌘ to pick it too, with Shift to pick all up to it. */
  readonly onPress: (index: number, event: MouseEvent) => void
}

export const IssueLine = memo(function IssueLine(props: IssueLineProps) {
  const { line, top, active, picked, grouped, onPress } = props
  const { index } = line.original
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
    <div
      role="row"
      id={lineId(index)}
      aria-rowindex={index + 2}
      aria-selected={picked}
      {...(grouped && { 'aria-level': 2 })}
      data-active={active || undefined}
      className={styles.line}
      style={{ top }}
      onClick={(event) => onPress(index, event)}
    >
      {line.getAllCells().map((cell) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        <div
          key={cell.column.id}
          role="gridcell"
          className={styles.cell}
          data-column={cell.column.id}
          {...(isNumeric(cell.column.id) && { 'data-numeric': true })}
          {...(holdsItsWords(cell.column.id, cell.column.getSize()) && { 'data-whole': true })}
        >
          {contentOf(cell)}
        </div>
      ))}
    </div>
  )
}, isSame)

/** Our cells are functions without a state of their own: as components there would be one more for each to draw. */
function contentOf(cell: Cell<typeof tableFeaturesUsed, Line, unknown>): ReactNode {
  const { cell: draw } = cell.column.columnDef
  return typeof draw === 'function' ? draw(cell.getContext()) : draw
}

/** The table makes new row objects with every draw; what they show is told by these. */
function isSame(before: IssueLineProps, after: IssueLineProps): boolean {
  const [was, is] = [before.line.original, after.line.original]
  return (
    was.row === is.row &&
    was.revision === is.revision &&
    was.index === is.index &&
    before.columns === after.columns &&
    before.top === after.top &&
    before.active === after.active &&
    before.picked === after.picked &&
    before.grouped === after.grouped
  )
}
