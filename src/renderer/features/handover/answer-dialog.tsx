import { answerLines } from '@domain/handover/commands'
import type { HandoverLine } from '@domain/handover/lines'
import type { HandoverAnswer } from '@domain/model/handover-item'
import { type FormEvent, useId, useState } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import styles from './handover.module.css'
import { useNames } from './use-names'

export interface AnswerDialogProps {
  readonly answer: HandoverAnswer
  readonly lines: readonly HandoverLine[]
  /** Who has answered last: mostly it is the same person again. */
  readonly by: string
  readonly onAnswered: (by: string) => void
  readonly onClose: () => void
}

/** Who accepts or declines, by name. */
export function AnswerDialog({ answer, lines, by: before, onAnswered, onClose }: AnswerDialogProps) {
  const form = useId()
  const suggestions = useId()
  const act = useAct()
  const names = useNames()
  const [by, setBy] = useState(before)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const isAccepted = answer === 'accepted'
  const verb = isAccepted ? 'Accept' : 'Decline'

  async function save(event: FormEvent) {
    event.preventDefault()
    const plan = answerLines(lines, { answer, by, note }, now())
    if (!plan.ok) setProblem(plan.reason)
    else if (await act(plan)) onAnswered(by.trim())
  }

  return (
    <Dialog
      title={lines.length === 1 ? `${verb} “${lines[0]?.title ?? ''}”` : `${verb} ${lines.length} lines`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} keys="Enter">
            {isAccepted ? 'Accepted' : 'Declined'}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void save(event)}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        <TextField
          label={isAccepted ? 'Accepted by' : 'Declined by'}
          hint="The name of whoever answers for it"
          value={by}
          onChange={setBy}
          list={suggestions}
        />
        <datalist id={suggestions}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextArea
          label={isAccepted ? 'On condition that' : 'Why'}
          {...(isAccepted && { hint: 'Empty where there is none' })}
          oneLine
          value={note}
          onChange={setNote}
        />
      </form>
    </Dialog>
  )
}
