import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import styles from './triage.module.css'

export interface KeyButtonProps {
  readonly shortcut: ShortcutName
  /** In place of the shortcut's title. */
  readonly label?: string
  /** What stands now. */
  readonly value?: string | undefined
  /** One of several, and whether it is the one. */
  readonly pressed?: boolean
  readonly disabled?: boolean
}

/** A key and what it does; a press of the pointer does the same. */
export function KeyButton({ shortcut, label, value, pressed, disabled = false }: KeyButtonProps) {
  const { keys, title } = shortcuts[shortcut]
  return (
    <button
      type="button"
      className={classNames(styles.key, pressed && styles.pressed)}
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      disabled={disabled}
      // The focus stays on the issue, so that Enter goes on instead of pressing this again.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runShortcut(shortcut)}
    >
      <Kbd keys={keys} />
      <span className={styles.clipped}>{label ?? title}</span>
      {value !== undefined && <span className={styles.keyValue}>{value}</span>}
    </button>
  )
}
