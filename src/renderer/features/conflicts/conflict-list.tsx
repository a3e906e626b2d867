import type { Conflict } from '@domain/conflicts/conflict'
import { disputedLabel, entityWord, rowName } from '@domain/conflicts/conflict-words'
import { useEffect, useId, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { useTelling } from '../../view-state/use-telling'
import styles from './conflicts.module.css'

/** As many as anybody looks through; the others are settled by rule, or come up as these go. */
const mostShown = 300

export interface ConflictListProps {
  readonly conflicts: readonly Conflict[]
  readonly place: number
  readonly onChoose: (place: number) => void
}

/** What is in conflict, the one under review marked. */
export function ConflictList({ conflicts, place, onChoose }: ConflictListProps) {
  const id = useId()
  const telling = useTelling()
  const list = useRef<HTMLDivElement>(null)
  const from = Math.max(0, Math.min(place - mostShown / 2, conflicts.length - mostShown))
  const shown = conflicts.slice(from, from + mostShown)
  useEffect(() => {
    list.current?.children[place - from]?.scrollIntoView({ block: 'nearest' })
  }, [place, from])
  return (
    <nav className={styles.list} aria-label="Fields in conflict">
      <div
        ref={list}
        role="listbox"
        aria-label="Fields in conflict"
        tabIndex={0}
        className={styles.lines}
        aria-activedescendant={`${id} ${place}`}
      >
        {shown.map((conflict, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the screen answers to the keys
          <div
            key={conflict.id}
            id={`${id} ${from + index}`}
            role="option"
            tabIndex={-1}
            aria-selected={from + index === place}
            className={classNames(styles.line, from + index === place && styles.active)}
            onClick={() => onChoose(from + index)}
          >
            <span className={styles.lineName}>{rowName(conflict.entity, conflict.row, telling)}</span>
            <span className={styles.quiet}>
              {conflict.entity !== 'issue' && `${entityWord(conflict.entity)}: `}
              {titleOf(conflict)}
            </span>
          </div>
        ))}
      </div>
      {conflicts.length > shown.length && (
        <p className={styles.more}>
          {shown.length} of {conflicts.length} are listed here
        </p>
      )}
    </nav>
  )
}

export function titleOf({ kind, entity, field }: Conflict): string {
  return kind === 'circle' ? 'Duplicates of each other' : disputedLabel(entity, field)
}
