import type { Conflict } from '@domain/conflicts/conflict'
import { disputedLabel, entityWord, rowName } from '@domain/conflicts/conflict-words'
import { ChoiceList } from '../../ui/choice-list'
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
  const telling = useTelling()
  const from = Math.max(0, Math.min(place - mostShown / 2, conflicts.length - mostShown))
  const shown = conflicts.slice(from, from + mostShown)
  return (
    <nav className={styles.list} aria-label="Fields in conflict">
      <ChoiceList
        label="Fields in conflict"
        lines={shown}
        keyOf={({ id }) => id}
        active={place - from}
        onChoose={(chosen) => onChoose(from + chosen)}
        fills
      >
        {(conflict) => (
          <>
            <span className={styles.lineName}>{rowName(conflict.entity, conflict.row, telling)}</span>
            <span className={styles.quiet}>
              {conflict.entity !== 'issue' && `${entityWord(conflict.entity)}: `}
              {titleOf(conflict)}
            </span>
          </>
        )}
      </ChoiceList>
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
