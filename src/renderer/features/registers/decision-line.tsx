import { formatDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import type { DecisionRow } from '../../parts/decisions/use-decisions'
import { ChoiceHead } from '../../ui/choice-list'
import { Mark } from '../../ui/mark'
import { useZone } from '../../view-state/use-zone'
import { LinkedIssues } from './linked-issues'
import styles from './registers.module.css'

/** One decision: what, whose, until when, and how it was made. */
export function DecisionLine({ row, today }: { readonly row: DecisionRow; readonly today: string }) {
  const zone = useZone()
  const { title, askedOf, neededBy, status, outcome, madeAt, detail } = row.values
  const isMade = status === 'made'
  const isLate = !isMade && neededBy != null && neededBy < today
  return (
    <>
      <ChoiceHead title={title || 'Untitled'}>
        {isMade ? (
          <Mark tone="ok" shape="tick" label="Made" />
        ) : isLate ? (
          <Mark tone="danger" shape="triangle" label="Overdue" />
        ) : (
          <Mark tone="accent" shape="ring" label="Needed" />
        )}
      </ChoiceHead>
      <p className={styles.aside}>
        {isMade && madeAt != null && <span>{formatDay(dayOf(madeAt, zone))}</span>}
        {askedOf && <span>{isMade ? askedOf : `asked of ${askedOf}`}</span>}
        {!isMade && neededBy && <span>needed by {formatDay(neededBy)}</span>}
        <LinkedIssues row={row} />
      </p>
      {(isMade ? outcome : detail) && (
        <p className={styles.more}>{(isMade ? outcome : detail)?.slice(0, 1_000)}</p>
      )}
    </>
  )
}
