import type { Registered } from '@domain/registers/registered'
import { type ReactNode, useId } from 'react'
import { ChoiceList } from '../../ui/choice-list'
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
export function RegisterList(props: RegisterListProps) {
  const { title, count, lines, active, nothing, onChoose, children } = props
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <ChoiceList
        label={title}
        lines={lines}
        keyOf={({ row }) => row.key}
        active={active}
        onChoose={onChoose}
        focusFor={active === undefined ? undefined : title}
        fills
        after={lines.length === 0 && <p className={styles.quiet}>{nothing}</p>}
      >
        {children}
      </ChoiceList>
    </section>
  )
}
