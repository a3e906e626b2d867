import { removeEffort } from '@domain/tapering/commands'
import type { EffortRow } from '@domain/tapering/plan'
import { formatDay } from '@domain/time/format'
import { useRows } from '../../storage/queries'
import { IconButton } from '../../ui/icon-button'
import { useAct } from '../../view-state/use-act'
import styles from './forecast.module.css'

/** So many are listed; all of them count. */
const mostListed = 100

export interface EffortListProps {
  readonly efforts: ReadonlyMap<string, EffortRow>
  readonly canWrite: boolean
}

/** The hours written down last, the latest day first. */
export function EffortList({ efforts, canWrite }: EffortListProps) {
  const act = useAct()
  const people = useRows('person')
  const standing = [...efforts.values()]
    .filter(({ values }) => values.removed !== true)
    .sort((a, b) => ((b.values.day ?? '') < (a.values.day ?? '') ? -1 : 1))
  if (standing.length === 0) return <p className={styles.quiet}>Nobody has written down any hours yet.</p>
  return (
    <ul className={styles.efforts} aria-label="Effort spent">
      {standing.slice(0, mostListed).map((row) => {
        const { day, person, hours, note, source } = row.values
        const name = person ? (people.get(person)?.values.name ?? person) : 'Nobody'
        return (
          <li key={row.key}>
            <span>{day ? formatDay(day) : ''}</span>
            <span>{name}</span>
            <span className={styles.number}>{hours ?? 0} h</span>
            <span className={styles.quiet}>{note || (source === 'shifts' ? 'from the rota' : '')}</span>
            <IconButton
              icon="trash"
              label={`Remove ${hours ?? 0} h of ${name}`}
              disabled={!canWrite}
              onClick={() => void act(removeEffort(row))}
            />
          </li>
        )
      })}
    </ul>
  )
}
