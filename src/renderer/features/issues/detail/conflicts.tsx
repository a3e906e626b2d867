import { conflictIn } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import { stampWall } from '@domain/merge/stamp'
import type { IssueRow } from '@domain/triage/as-of'
import { settleConflict } from '@domain/triage/commands'
import { fieldLabel, fieldText } from '@domain/triage/issue-fields'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { useAct } from '../../../view-state/use-act'
import { useTelling } from '../../../view-state/use-telling'
import { useInstantText } from '../../../view-state/use-zone'
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
  const instantText = useInstantText()
  return (
    <section className={classNames(styles.panel, styles.conflict)} aria-label="Conflicts">
      <h3 className={styles.heading}>Written differently on two laptops. Which shall stand?</h3>
      {fields.map((field) => (
        <div key={field}>
          <h4 className={styles.heading}>{fieldLabel(field)}</h4>
          <ul className={styles.plain}>
            {conflictIn(row as Row, field).map((leaf) => (
              <li key={leaf.stamp} className={styles.standing}>
                <span className={styles.value}>
                  {fieldText(field, leaf.value, telling).slice(0, longestShown)}
                  <span className={styles.quiet}>
                    {' '}
                    {leaf.by}, {instantText(stampWall(leaf.stamp))}
                  </span>
                </span>
                <Button disabled={readOnly} onClick={() => void act(settleConflict(row, field, leaf.value))}>
                  Keep this
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
