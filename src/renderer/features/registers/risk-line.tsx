import type { RiskGrade } from '@domain/model/risk'
import {
  exposureOf,
  gradeWords,
  isOver,
  isReviewDue,
  type RiskRow,
  riskStatusWords,
} from '@domain/registers/risks'
import { formatDay } from '@domain/time/format'
import { ChoiceHead } from '../../ui/choice-list'
import { Mark, type MarkShape, type MarkTone } from '../../ui/mark'
import { useTelling } from '../../view-state/use-telling'
import { LinkedIssues } from './linked-issues'
import styles from './registers.module.css'

const looks: Readonly<Record<RiskGrade, { readonly tone: MarkTone; readonly shape: MarkShape }>> = {
  high: { tone: 'level-1', shape: 'triangle' },
  medium: { tone: 'level-2', shape: 'diamond' },
  low: { tone: 'level-3', shape: 'dot' },
}

/** One risk: what, how bad, who has it, and what is done against it. */
export function RiskLine({ row, today }: { readonly row: RiskRow; readonly today: string }) {
  const { personName } = useTelling()
  const { title, owner, mitigation, status, reviewOn } = row.values
  const exposure = exposureOf(row.values)
  return (
    <>
      <ChoiceHead title={title || 'Untitled'}>
        {isOver(row.values) ? (
          <Mark tone="neutral" shape="tick" label={riskStatusWords[status ?? 'open']} />
        ) : exposure ? (
          <Mark {...looks[exposure]} label={gradeWords[exposure]} />
        ) : (
          <Mark tone="neutral" shape="ring" label="Not graded" />
        )}
      </ChoiceHead>
      <p className={styles.aside}>
        <span>{owner ? personName(owner) : 'Nobody has it'}</span>
        {status === 'accepted' && <span>{riskStatusWords.accepted}</span>}
        {isReviewDue(row.values, today) ? (
          <Mark tone="warning" shape="triangle" label="To look at again" />
        ) : (
          reviewOn && !isOver(row.values) && <span>looked at again on {formatDay(reviewOn)}</span>
        )}
        <LinkedIssues row={row} />
      </p>
      {mitigation && <p className={styles.more}>{mitigation.slice(0, 1_000)}</p>}
    </>
  )
}
