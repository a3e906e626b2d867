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
/** One that is pointed at or has the focus when its time is up stays for so much longer, again and again. */
const stayWhileHeld = 1_500
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
 * Says that something has happened, beside the work, without asking for an answer. What earlier messages offered
 * goes with them: after the next thing has happened, their Undo would take back that one. Problems stay.
 */
export function toast(message: Toast): void {
  lastId++
  const kept = shown.filter(({ action, tone }) => action === undefined || tone === 'danger')
  show([...kept, { ...message, id: lastId }].slice(-mostAtOnce))
}

/** Closes the message that came last. */
export function dismissLatestToast(): void {
  const latest = shown.at(-1)
  if (latest) dismiss(latest.id)
}

/** Messages on the screen, oldest first. */
export function useToasts(): readonly Toast[] {
  return useShown()
}

function useShown(): readonly Shown[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}

/** Where toasts appear; once in the window. */
export function ToastRegion() {
  const toasts = useShown()
  const region = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  useEffect(() => {
    const element = region.current
    if (!element) return
    // Shown anew with each message, so that it lies over a dialog opened since. Whoever is in it stays there.
    const focused = element.contains(document.activeElement) ? document.activeElement : undefined
    element.hidePopover()
    if (toasts.length > 0) element.showPopover()
    if (focused instanceof HTMLElement) focused.focus()
  }, [toasts])

  /** The message goes with its buttons; the focus goes back to where it was before. */
  function close(id: number) {
    const hadFocus = region.current?.contains(document.activeElement)
    dismiss(id)
    if (hadFocus && cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
  }

  return (
    <section
      ref={region}
      popover="manual"
      className={styles.region}
      aria-label="Messages"
      aria-live="polite"
      onFocus={({ relatedTarget }) => {
        if (relatedTarget && !region.current?.contains(relatedTarget)) cameFrom.current = relatedTarget
      }}
    >
      {toasts.map((one) => (
        <ToastLine key={one.id} toast={one} onClose={() => close(one.id)} />
      ))}
    </section>
  )
}

interface ToastLineProps {
  readonly toast: Shown
  readonly onClose: () => void
}

function ToastLine({ toast: { id, text, tone, action }, onClose }: ToastLineProps) {
  const line = useRef<HTMLDivElement>(null)
  const hasAction = action !== undefined
  useEffect(() => {
    if (tone === 'danger') return
    let timer: ReturnType<typeof setTimeout>
    const goAfter = (stay: number) => {
      timer = setTimeout(() => {
        if (line.current?.matches(':hover, :focus-within')) goAfter(stayWhileHeld)
        else dismiss(id)
      }, stay)
    }
    goAfter(hasAction ? longStay : shortStay)
    return () => clearTimeout(timer)
  }, [id, tone, hasAction])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is one more way to what its button does
    <div
      ref={line}
      className={styles.toast}
      data-tone={tone}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <Icon name={tone === 'danger' ? 'warning' : tone === 'ok' ? 'check' : 'info'} />
      <span className={styles.text}>{text}</span>
      <IconButton icon="close" label="Dismiss" onClick={onClose} />
      {action && (
        <Button
          tone="quiet"
          className={styles.action}
          {...(action.keys && { keys: action.keys })}
          onClick={() => {
            onClose()
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}
