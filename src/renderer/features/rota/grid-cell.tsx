import type { Instant } from '@domain/model/value'
import { roleWords } from '@domain/ownership/role-words'
import type { BoardPiece } from '@domain/rotation/rota-board'
import { firstName, initials } from '@domain/rotation/short-names'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icon-paths'
import styles from './grid.module.css'
import type { PlacedCell } from './placed-cells'
import type { Cell } from './selection'
import { pieceText, spanWords } from './words'

/** Parts of the period below which there is no room for a name, for the first one, or for anything. */
const roomForName = 0.09
const roomForFirstName = 0.052
const roomForInitials = 0.018
const roomForIcon = 0.03

/** How cells name people and times; another object when anything of it may have changed. */
export interface CellTelling {
  readonly me: string | undefined
  readonly personName: (key: string) => string
  readonly instant: (instant: Instant) => string
}

/** What keys and the mouse do: always the same functions, so that no cell is drawn again for their sake. */
export interface CellHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPress: (row: string, placed: PlacedCell, isChosen: boolean) => void
}

export interface GridCellProps {
  readonly row: string
  readonly placed: PlacedCell
  readonly isChosen: boolean
  readonly telling: CellTelling
  readonly handlers: CellHandlers
}

/** A shift, time without anybody, or a gap in the cover: told by words, by its look and by its colour. */
export const GridCell = memo(function GridCell({ row, placed, isChosen, telling, handlers }: GridCellProps) {
  const { cell, room } = placed
  const { me, personName, instant } = telling
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Whoever types in a dialog keeps the focus there.
    if (isChosen && !document.querySelector('dialog[open]')) button.current?.focus({ preventScroll: true })
  }, [isChosen])
  const shift = cell.kind === 'piece' ? cell.piece.shift : undefined
  const told = cell.kind === 'gap' ? gapText(cell) : pieceText(cell.piece, personName)
  const span = spanWords(cell.span, instant)
  const name = shift ? personName(shift.person) : shortText(cell)
  const icon = cell.kind === 'piece' && room > roomForFirstName ? iconOf(cell.piece) : undefined
  const iconRoom = icon ? roomForIcon : 0
  const look = cell.kind === 'gap' ? 'gap' : shift ? shift.origin : 'nobody'
  return (
    <button
      ref={button}
      type="button"
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={`${told}, ${span}`}
      data-tooltip={`${told} · ${span}`}
      data-look={look}
      className={classNames(
        styles.cell,
        room <= roomForFirstName && styles.tight,
        shift && shift.person === me && styles.mine,
      )}
      style={placed.style}
      onKeyDown={handlers.onKeyDown}
      onClick={() => handlers.onPress(row, placed, isChosen)}
    >
      {icon && <Icon name={icon} />}
      {room > roomForInitials &&
        (shift ? fitting(name, room - iconRoom) : room - iconRoom > roomForInitials * 2 ? name : '')}
    </button>
  )
})

function fitting(name: string, room: number): string {
  if (room > roomForName) return name
  return room > roomForFirstName ? firstName(name) : initials(name)
}

const icons: Readonly<Partial<Record<string, IconName>>> = {
  override: 'edit',
  swap: 'refresh',
  temporary: 'calendar',
}

function iconOf({ shift, swap }: BoardPiece): IconName | undefined {
  if (!shift) return 'warning'
  return swap ? 'people' : icons[shift.origin]
}

const gapText = ({ gap }: Extract<Cell, { kind: 'gap' }>) =>
  `${roleWords[gap.role]}: ${gap.on} of ${gap.needed} on`

const shortText = (cell: Cell) => (cell.kind === 'gap' ? `${cell.gap.on} of ${cell.gap.needed}` : 'Nobody')
