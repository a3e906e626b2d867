import { setDone } from '@domain/standup/commands'
import { isOverdue, type SaidLine } from '@domain/standup/lines'
import { formatShortDay } from '@domain/time/format'
import { Checkbox } from '../../ui/checkbox'
import { Mark } from '../../ui/mark'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import styles from './standups.module.css'

export interface ActionListProps {
  readonly actions: readonly SaidLine[]
  readonly today: string
  readonly canWrite: boolean
}

/** What was promised, each with a box to tick it off. */
export function ActionList({ actions, today, canWrite }: ActionListProps) {
  const act = useAct()
  const { personName } = useTelling()
  return (
    <ul className={styles.actions} aria-label="Open actions">
      {actions.map((action) => (
        <li key={action.key} className={styles.action}>
          <Checkbox checked={false} disabled={!canWrite} onChange={() => void act(setDone(action, now()))}>
            {action.text}
          </Checkbox>
          <span className={styles.quiet}>
            {action.owner === undefined ? 'Nobody' : personName(action.owner)}
          </span>
          {isOverdue(action, today) ? (
            <Mark tone="danger" shape="triangle" label={`was due ${formatShortDay(action.dueOn ?? today)}`} />
          ) : (
            <span className={styles.quiet}>
              {action.dueOn === undefined ? 'no day' : `by ${formatShortDay(action.dueOn)}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
