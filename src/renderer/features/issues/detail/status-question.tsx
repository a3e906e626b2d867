import type { IssueRow } from '@domain/triage/as-of'
import type { DemandingStatus, StatusWish } from '@domain/triage/issue-status'
import { statusWords } from '@domain/triage/words'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../ui/button'
import { useZone } from '../../../view-state/use-zone'
import styles from './issue-detail.module.css'
import { StatusAnswerFields, standingAnswer, useStatusWish } from './status-answer'

export interface StatusQuestionProps {
  /** What stands, to begin with. */
  readonly values: IssueRow['values']
  readonly status: DemandingStatus
  readonly onAnswer: (wish: StatusWish) => Promise<void>
  readonly onCancel: () => void
}

/** Asks what a status cannot do without, and sets it. */
export function StatusQuestion({ values, status, onAnswer, onCancel }: StatusQuestionProps) {
  const zone = useZone()
  const [answer, setAnswer] = useState(() => standingAnswer(values, zone))
  const wishOf = useStatusWish()

  function submit(event: FormEvent) {
    event.preventDefault()
    const wish = wishOf(status, answer)
    if (wish) void onAnswer(wish)
  }

  return (
    <form className={styles.panel} onSubmit={submit} aria-label={statusWords[status]}>
      <StatusAnswerFields status={status} answer={answer} onChange={setAnswer} />
      <div className={`${styles.buttons} ${styles.end}`}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" tone="primary">
          Set to {statusWords[status].toLowerCase()}
        </Button>
      </div>
    </form>
  )
}
