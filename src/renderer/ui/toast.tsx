import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from './button'
import { Icon } from './icon'
import { IconButton } from './icon-button'
import styles from './toast.module.css'

export interface Toast {
  readonly text: string
  readonly tone?: 'ok' | 'danger'
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void }
}

interface Shown extends Toast {
  readonly id: number
}

/** A message with something to do stays longer; a problem stays until it is closed. */
const shortStay = 4_000
const longStay = 9_000
const mostAtOnce = 3

let shown: readonly Shown[] = []
let lastId = 0
const listeners = new Set<() => void>()

function show(next: readonly Shown[]) {
  shown = next
  for (const listener of listeners) listener()
}

function dismiss(id: number) {
  show(shown.filter((one) => one.id !== id))
}

/**
 * Says that something has happened, in the corner, without asking for an answer. What earlier messages offered
 * goes with them: after the next thing has happened, their Undo would take back that one. Problems stay.
 */
export function toast(message: Toast): void {
  lastId++
  const kept = shown.filter(({ action, tone }) => action === undefined || tone === 'danger')
  show([...kept, { ...message, id: lastId }].slice(-mostAtOnce))
}

/** Where toasts appear; once in the window. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = region.current
    if (!element) return
    // Shown anew with each message, so that it lies over a dialog opened since.
    element.hidePopover()
    if (toasts.length > 0) element.showPopover()
  }, [toasts])
  return (
    <section ref={region} popover="manual" className={styles.region} aria-label="Messages" aria-live="polite">
      {toasts.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </section>
  )
}

function ToastLine({ toast: { id, text, tone, action } }: { readonly toast: Shown }) {
  useEffect(() => {
    if (tone === 'danger') return
    const timer = setTimeout(() => dismiss(id), action ? longStay : shortStay)
    return () => clearTimeout(timer)
  }, [id, tone, action])
  return (
    <div className={styles.toast} data-tone={tone}>
      {tone && <Icon name={tone === 'ok' ? 'check' : 'warning'} />}
      <span className={styles.text}>{text}</span>
      {action && (
        <Button
          tone="quiet"
          className={styles.action}
          {...(action.keys && { keys: action.keys })}
          onClick={() => {
            dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={() => dismiss(id)} />
    </div>
  )
}
