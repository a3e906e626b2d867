import type { Rescue } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import type { StatusWish } from '@domain/triage/issue-status'
import { useState } from 'react'
import { RescueChoices } from '../../../parts/rescue/rescue-choices'
import { Button } from '../../../ui/button'
import { TextArea } from '../../../ui/text-area'
import styles from './issue-detail.module.css'

export interface ResolvedQuestionProps {
  readonly values: IssueRow['values']
  readonly onAnswer: (wish: StatusWish) => Promise<void>
  readonly onCancel: () => void
}

/** By one key who did it: that resolves the issue. What was done can be written down before. */
export function ResolvedQuestion({ values, onAnswer, onCancel }: ResolvedQuestionProps) {
  const [note, setNote] = useState(values.fixNote ?? '')

  function answer(rescue: Rescue | null) {
    const fixNote = note.trim()
    void onAnswer({ status: 'resolved', rescue, ...(fixNote !== '' && { fixNote }) })
  }

  return (
    <section className={styles.panel} aria-label="Resolved">
      <RescueChoices autoFocus onAnswer={answer} />
      <TextArea label="Fix note" value={note} onChange={setNote} />
      <div className={`${styles.buttons} ${styles.end}`}>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </section>
  )
}
