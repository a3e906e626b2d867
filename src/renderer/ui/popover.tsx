import { type ReactNode, useId, useRef, useState } from 'react'
import styles from './popover.module.css'

/** To spread over the `Button` or `IconButton` that opens the popover. */
export interface PopoverTrigger {
  readonly popoverTarget: string
  readonly 'aria-expanded': boolean
  readonly 'aria-haspopup': 'dialog' | 'menu'
}

export interface PopoverProps {
  /** What it is, for screen readers. */
  readonly label: string
  readonly trigger: (attributes: PopoverTrigger) => ReactNode
  /** Drawn only while open. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
  readonly kind?: 'dialog' | 'menu'
}

const first = '[autofocus], [role=menu], input, select, button'

/** Into the pane, also when it was opened by pointer: the next key is meant for what has just appeared. */
function focusFirst(pane: HTMLElement) {
  if (!pane.contains(document.activeElement)) pane.querySelector<HTMLElement>(first)?.focus()
}

/** A small pane at its button. The browser places it, closes it on Escape or a press outside, and returns focus. */
export function Popover({ label, trigger, children, kind = 'dialog' }: PopoverProps) {
  const id = useId()
  const pane = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => pane.current?.hidePopover()
  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': isOpen, 'aria-haspopup': kind })}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a dialog, or what holds a menu */}
      <div
        ref={pane}
        id={id}
        popover="auto"
        {...(kind === 'dialog' && { role: 'dialog', 'aria-label': label })}
        className={styles.pane}
        // Escape is the pane's; what is around it stays open.
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
        onBeforeToggle={(event) => event.newState === 'open' && setOpen(true)}
        onToggle={(event) => {
          if (event.newState === 'open') focusFirst(event.currentTarget)
          // Not before: the browser returns a focus that it still finds inside.
          else setOpen(false)
        }}
      >
        {isOpen && (typeof children === 'function' ? children(close) : children)}
      </div>
    </>
  )
}
