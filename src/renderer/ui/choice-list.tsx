import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './choice-list.module.css'
import { classNames } from './class-names'

export interface ChoiceListProps<T> {
  readonly label: string
  readonly lines: readonly T[]
  readonly keyOf: (line: T) => string
  /** The line that the keys of the screen act on; undefined while that is in another list. */
  readonly active: number | undefined
  readonly onChoose: (place: number) => void
  /** The list takes the focus whenever this changes, unless it is undefined. */
  readonly focusFor?: string | undefined
  /** Fills what room there is and scrolls within it. */
  readonly fills?: boolean
  readonly children: (line: T) => ReactNode
  /** Below the lines. */
  readonly after?: ReactNode
}

/** Lines of which one is chosen. The keys of the screen move along it; it has the focus while they do. */
export function ChoiceList<T>(props: ChoiceListProps<T>) {
  const { label, lines, keyOf, active, onChoose, focusFor, fills = false, children, after } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const lineId = (place: number) => `${id}-${place}`
  useEffect(() => {
    if (focusFor !== undefined) list.current?.focus({ preventScroll: true })
  }, [focusFor])
  useEffect(() => {
    if (active !== undefined) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      className={classNames(styles.lines, fills && styles.fills)}
      {...(active !== undefined && lines.length > 0 && { 'aria-activedescendant': lineId(active) })}
      onFocus={() => active === undefined && onChoose(0)}
    >
      {lines.map((line, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move along the list
        <div
          key={keyOf(line)}
          id={lineId(place)}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          className={classNames(styles.line, place === active && styles.active)}
          onClick={() => onChoose(place)}
        >
          {children(line)}
        </div>
      ))}
      {after}
    </div>
  )
}

/** The head of a line: what it is, and how that stands at its end. */
export function ChoiceHead({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.head}>
      <span className={styles.what}>{title}</span>
      {children}
    </div>
  )
}
