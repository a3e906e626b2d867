import type { Registered } from '@domain/registers/registered'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import styles from './registers.module.css'

export interface RegisterListProps {
  readonly title: string
  readonly count: number
  readonly lines: readonly Registered[]
  /** The line that the keys act on; undefined while that is one of the other register. */
  readonly active: number | undefined
  readonly nothing: string
  readonly onChoose: (place: number) => void
  readonly children: (line: Registered) => ReactNode
}

/** One register. The keys of the screen move along it; it has the focus while they do. */
export function RegisterList({
  title,
  count,
  lines,
  active,
  nothing,
  onChoose,
  children,
}: RegisterListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const isActive = active !== undefined
  const lineId = (place: number) => `${id}-${place}`
  useEffect(() => {
    if (isActive) list.current?.focus({ preventScroll: true })
  }, [isActive])
  useEffect(() => {
    if (active !== undefined) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <div
        ref={list}
        role="listbox"
        aria-label={title}
        tabIndex={0}
        className={styles.lines}
        {...(isActive && lines.length > 0 && { 'aria-activedescendant': lineId(active) })}
        onFocus={() => !isActive && onChoose(0)}
      >
        {lines.map((line, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move along the list
          <div
            key={line.row.key}
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
        {lines.length === 0 && <p className={styles.quiet}>{nothing}</p>}
      </div>
    </section>
  )
}
