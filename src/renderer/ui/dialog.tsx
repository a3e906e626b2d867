import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './button'
import { classNames } from './class-names'
import styles from './dialog.module.css'
import { IconButton } from './icon-button'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the one that goes ahead last. */
  readonly actions?: ReactNode
  /** `end`: a drawer along the right side. */
  readonly placement?: 'centre' | 'end'
  readonly width?: 'narrow' | 'wide' | 'widest'
  /** Without header and padding; the title stays for screen readers. */
  readonly bare?: boolean
  /** Keys pressed anywhere in it; no other key of the product works meanwhile. */
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

const firstField = 'input:not([type=radio], :disabled), input:checked, select, textarea'

/** With the focus, the browser returns no caret to a field: keys that move or mark would do nothing there. */
function bringCaretBack() {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)) return
  activeElement.blur()
  activeElement.focus({ preventScroll: true })
}

/** Draw it to open it. The browser keeps focus inside and returns it; Escape closes. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  placement = 'centre',
  width = 'narrow',
  bare = false,
  onKeyDown,
}: DialogProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Left alone, the browser would start at the close button.
    element?.querySelector<HTMLElement>(firstField)?.focus()
  }, [])
  // Before it is taken away: of one that is gone already the browser does not return the focus.
  useLayoutEffect(() => {
    const element = dialog.current
    return () => {
      element?.close()
      bringCaretBack()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      {...(bare ? { 'aria-label': title } : { 'aria-labelledby': titleId })}
      className={classNames(styles.dialog, styles[placement], styles[width])}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // A press on the dialog itself is one on the scrim around its frame.
      onPointerDown={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => {
        event.stopPropagation()
        onKeyDown?.(event)
      }}
    >
      <div className={styles.frame}>
        {!bare && (
          <header className={styles.header}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <IconButton icon="close" label="Close" onClick={onClose} />
          </header>
        )}
        <div className={bare ? styles.bare : styles.body}>{children}</div>
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  )
}

export interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** What the button does, as a verb: “Remove person”. */
  readonly confirm: string
  readonly tone?: 'primary' | 'danger'
  readonly pending?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something that undo cannot bring back. Whatever it can, does at once and offers Undo. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  tone = 'primary',
  pending = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone={tone} pending={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
