import { type CSSProperties, type PointerEvent, type ReactNode, useEffect, useRef } from 'react'
import styles from './split-pane.module.css'

export interface SplitPaneProps {
  readonly children: ReactNode
  /** The pane at the end; without one the children take the whole width. */
  readonly side: ReactNode
  readonly sideLabel: string
  /** Width of the side in CSS pixels. */
  readonly size: number
  readonly onSizeChange: (size: number) => void
  readonly min?: number
  readonly max?: number
  /** Escape anywhere in the side. */
  readonly onEscape?: () => void
  /** Where there is no room for two panes, the side lies over the other one and has the focus. */
  readonly covers?: boolean
}

const keyboardStep = 24

/** Two panes beside each other; the line between them moves by pointer or arrow keys. */
export function SplitPane({
  children,
  side,
  sideLabel,
  size,
  onSizeChange,
  min = 320,
  max = 900,
  covers = false,
  onEscape,
}: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null)
  const aside = useRef<HTMLElement>(null)
  const isOpen = Boolean(side)
  useEffect(() => {
    const pane = aside.current
    if (isOpen && pane && getComputedStyle(pane).position === 'absolute') pane.focus()
  }, [isOpen])
  const resize = (next: number) => onSizeChange(Math.round(Math.max(min, Math.min(max, next))))

  function drag(event: PointerEvent) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const right = frame.current?.getBoundingClientRect().right
    if (right !== undefined) resize(right - event.clientX)
  }

  return (
    <div ref={frame} className={styles.frame} data-covers={covers || undefined}>
      <div className={styles.main}>{children}</div>
      {side && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this one can */}
          <div
            role="separator"
            tabIndex={0}
            aria-label={`Width of ${sideLabel}`}
            aria-orientation="vertical"
            aria-valuenow={size}
            aria-valuemin={min}
            aria-valuemax={max}
            className={styles.divider}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onKeyDown={(event) => {
              if (event.key === 'ArrowLeft') resize(size + keyboardStep)
              if (event.key === 'ArrowRight') resize(size - keyboardStep)
            }}
          />
          <aside
            ref={aside}
            tabIndex={-1}
            className={styles.side}
            style={{ '--side-width': `${size}px` } as CSSProperties}
            aria-label={sideLabel}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !onEscape || event.defaultPrevented) return
              event.preventDefault()
              onEscape()
            }}
          >
            {side}
          </aside>
        </>
      )}
    </div>
  )
}
