import { conflictOf } from '@domain/conflicts/conflict'
import { disputedLabel, disputedText, sideName } from '@domain/conflicts/conflict-words'
import { settle } from '@domain/conflicts/settle'
import type { Row } from '@domain/merge/row'
import type { IssueRow } from '@domain/triage/as-of'
import { Link } from 'wouter'
import { useSelf } from '../../../storage/conflict-view'
import { useSession } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { now } from '../../../view-state/clock'
import { paths } from '../../../view-state/paths'
import { useAct } from '../../../view-state/use-act'
import { useTelling } from '../../../view-state/use-telling'
import styles from './issue-detail.module.css'

export interface ConflictsProps {
  readonly row: IssueRow
  readonly fields: readonly string[]
  readonly readOnly: boolean
}

const longestShown = 400

/** Fields that two laptops wrote without having seen each other: both values side by side, to choose from. */
export function Conflicts({ row, fields, readOnly }: ConflictsProps) {
  const act = useAct()
  const telling = useTelling()
  const self = useSelf()
  const { replica } = useSession()
  const issueOf = (key: string) => replica.rows('issue').get(key)
  const conflicts = fields.map((field) => conflictOf('issue', row as Row, field, self))
  return (
    <section className={classNames(styles.panel, styles.conflict)} aria-label="Conflicts">
      <h3 className={styles.heading}>Written differently on two laptops. Which shall stand?</h3>
      {conflicts.map((conflict) => (
        <div key={conflict.id}>
          <h4 className={styles.heading}>{disputedLabel('issue', conflict.field)}</h4>
          <ul className={styles.plain}>
            {conflict.sides.map((side) => (
              <li key={JSON.stringify(side.value)} className={styles.standing}>
                <span className={styles.value}>
                  {disputedText('issue', conflict.field, side.value, telling).slice(0, longestShown)}
                  {side.writers.map(({ stamp, by, at }) => (
                    <span key={stamp} className={styles.quiet}>
                      {' '}
                      {sideName(side)}: {by}, {telling.instant(at)}
                    </span>
                  ))}
                </span>
                <Button
                  disabled={readOnly}
                  onClick={() => void act(settle([{ conflict, value: side.value }], now(), issueOf, telling))}
                >
                  Keep this
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Link href={paths.conflicts}>All conflicts</Link>
    </section>
  )
}
