import type { TodayBoard } from '@domain/today/board'
import { Button } from '../../ui/button'
import { shortcuts } from '../../view-state/shortcuts'
import { useInstantText } from '../../view-state/use-zone'
import { Figure } from './figure'
import styles from './today.module.css'

const words: Readonly<Record<TodayBoard['changes'][number]['change'], string>> = {
  new: 'New',
  resolved: 'Resolved',
  returned: 'Returned',
  raised: 'Severity raised',
  reassigned: 'Reassigned',
  commented: 'Commented',
  mentioned: 'Mentions you',
}

export interface ChangesPanelProps {
  readonly board: TodayBoard | undefined
  readonly hasLooked: boolean
  readonly onSeen: () => void
}

/** What is different from when the person last said that they have seen everything. */
export function ChangesPanel({ board, hasLooked, onSeen }: ChangesPanelProps) {
  const instant = useInstantText()
  return (
    <section className={styles.panel} aria-label="Changed since you looked">
      <div className={styles.head}>
        <h2 className={styles.title}>
          {hasLooked || !board ? 'Changed since you looked' : 'Changed in the last day'}
        </h2>
        {board && <span className={styles.quiet}>Since {instant(board.since)}</span>}
        <Button keys={shortcuts.todaySeen.keys} onClick={onSeen}>
          Seen
        </Button>
      </div>
      <div className={styles.parts}>
        {Object.entries(words).map(([change, label]) => (
          <Figure
            key={change}
            label={label}
            figure={board?.changes.find((figure) => figure.change === change)}
            asOf={board?.asOf ?? 0}
          />
        ))}
      </div>
    </section>
  )
}
