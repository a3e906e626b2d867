import type { KeyboardEvent } from 'react'
import { classNames } from '../../ui/class-names'
import styles from './figure-bar.module.css'
import type { Panel, PanelName } from './panels'

export interface FigureBarProps {
  readonly panels: readonly Panel[]
  readonly selected: PanelName | undefined
  readonly onSelect: (name: PanelName) => void
}

/** Big figures; each opens the list behind it. Arrow keys go from one to the next. */
export function FigureBar({ panels, selected, onSelect }: FigureBarProps) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const tabs = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
    const here = tabs.findIndex((tab) => tab.matches(':focus'))
    tabs[(here + step + tabs.length) % tabs.length]?.focus()
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of buttons of which one is pressed, not of form fields
    <div role="group" aria-label="What the import would do" className={styles.bar} onKeyDown={onKeyDown}>
      {panels.map(({ name, label, figure, empty, tone }) => (
        <button
          key={name}
          type="button"
          className={classNames(styles.figure, tone === 'warning' && styles.warning)}
          aria-pressed={name === selected}
          disabled={empty}
          onClick={() => onSelect(name)}
        >
          <span className={styles.number}>{figure}</span>
          <span className={styles.label}>{label}</span>
        </button>
      ))}
    </div>
  )
}
