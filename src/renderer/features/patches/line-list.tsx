import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useWorkspace } from '../../storage/queries'
import { classNames } from '../../ui/class-names'
import { rowHeights } from '../../ui/rows'
import styles from './patches.module.css'

export interface LineListProps {
  readonly label: string
  readonly count: number
  readonly keyAt: (index: number) => string
  readonly line: (index: number) => ReactNode
  readonly active: number
  readonly onMove: (index: number) => void
  /** Keys of the lines picked. */
  readonly picked: ReadonlySet<string>
  readonly onPick: (from: number, to: number) => void
  readonly onOpen: (index: number) => void
}

/** A long list of which only the lines in sight are drawn; its active line is the one that the screen's keys are about. */
export function LineList({
  label,
  count,
  keyAt,
  line,
  active,
  onMove,
  picked,
  onPick,
  onOpen,
}: LineListProps) {
  const id = useId()
  const pane = useRef<HTMLDivElement>(null)
  const rowHeight = rowHeights[useWorkspace().settings.density]
  const lines = useVirtualizer({
    count,
    getScrollElement: () => pane.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  useEffect(() => {
    void rowHeight
    lines.measure()
  }, [lines, rowHeight])
  useEffect(() => {
    if (active >= 0) lines.scrollToIndex(active, { align: 'auto' })
  }, [lines, active])

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
    const moves: Readonly<Record<string, number>> = {
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    onMove(Math.max(0, Math.min(count - 1, next)))
  }

  function pressed(index: number, { shiftKey, ctrlKey, metaKey, target }: MouseEvent) {
    const isOnBox = target instanceof Element && target.closest('[data-box]') !== null
    if (shiftKey) onPick(Math.min(active, index), Math.max(active, index))
    else if (ctrlKey || metaKey || isOnBox) onPick(index, index)
    onMove(index)
  }

  const lineId = (index: number) => `${id}-${index}`
  return (
    <div
      ref={pane}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      tabIndex={0}
      className={styles.lines}
      {...(count > 0 && { 'aria-activedescendant': lineId(active) })}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.all} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start, size }) => {
          const isPicked = picked.has(keyAt(index))
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the screen answers to the keys
            <div
              key={index}
              id={lineId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={isPicked}
              aria-posinset={index + 1}
              aria-setsize={count}
              className={classNames(
                styles.line,
                index === active && styles.active,
                isPicked && styles.picked,
              )}
              style={{ height: size, transform: `translateY(${start}px)` }}
              // The focus stays on the list: a line that had it would keep Enter to itself.
              onMouseDown={(event) => {
                event.preventDefault()
                pane.current?.focus()
              }}
              onClick={(event) => pressed(index, event)}
              onDoubleClick={() => onOpen(index)}
            >
              <span className={styles.box} data-box aria-hidden="true" />
              {line(index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
