import { type HoldReason, holdReasons, type Rescue, rescues } from '@domain/model/issue'
import { instantAtWall, wallTime } from '@domain/time/wall'
import type { IssueRow } from '@domain/triage/as-of'
import type { DemandingStatus, StatusWish } from '@domain/triage/issue-status'
import { holdReasonWords, rescueWords, statusWords } from '@domain/triage/words'
import { type FormEvent, useId, useState } from 'react'
import { useSession } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { DateField } from '../../../ui/date-field'
import { RadioGroup } from '../../../ui/radio-group'
import { TextArea } from '../../../ui/text-area'
import { TextField } from '../../../ui/text-field'
import { findIssues } from '../../../view-state/find-issues'
import { useZone } from '../../../view-state/use-zone'
import styles from './issue-detail.module.css'

export interface StatusQuestionProps {
  /** What stands, to begin with. */
  readonly values: IssueRow['values']
  readonly status: DemandingStatus
  readonly onAnswer: (wish: StatusWish) => Promise<void>
  readonly onCancel: () => void
  /** Set apart from what is around it. */
  readonly framed?: boolean
}

/** Asks what a status cannot do without. */
export function StatusQuestion({ values, status, onAnswer, onCancel, framed = true }: StatusQuestionProps) {
  const zone = useZone()
  const session = useSession()
  const suggestions = useId()
  const [reason, setReason] = useState<HoldReason>(values.holdReason ?? 'user')
  const [until, setUntil] = useState(values.holdUntil == null ? '' : wallTime(values.holdUntil, zone))
  const [why, setWhy] = useState(values.declineReason ?? '')
  const [original, setOriginal] = useState('')
  const [rescue, setRescue] = useState<Rescue | undefined>(values.rescue ?? undefined)
  const [fixNote, setFixNote] = useState(values.fixNote ?? '')
  const found = status === 'duplicate' ? findIssues(session, original, 8) : []

  function wish(): StatusWish | undefined {
    switch (status) {
      case 'on-hold': {
        const instant = instantAtWall(until, zone)
        return { status, reason, ...(instant !== undefined && { until: instant }) }
      }
      case 'declined':
        return { status, reason: why }
      case 'duplicate': {
        const typed = original.trim().toLowerCase()
        return {
          status,
          of: found.find(({ called }) => called.toLowerCase() === typed)?.key ?? original.trim(),
        }
      }
      case 'resolved':
        return rescue && { status, rescue, ...(fixNote.trim() !== '' && { fixNote: fixNote.trim() }) }
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const answer = wish()
    if (answer) void onAnswer(answer)
  }

  return (
    <form
      className={framed ? styles.panel : styles.section}
      onSubmit={submit}
      aria-label={statusWords[status]}
    >
      {status === 'on-hold' && (
        <>
          <RadioGroup
            label="What is it waiting for?"
            options={holdReasons.map((value) => ({ value, label: holdReasonWords[value] }))}
            value={reason}
            onChange={setReason}
          />
          <DateField label="Until, if known" time zone={zone} value={until} onChange={setUntil} />
        </>
      )}
      {status === 'declined' && (
        <TextField label="Why is it declined?" value={why} onChange={setWhy} autoFocus required />
      )}
      {status === 'duplicate' && (
        <>
          <TextField
            label="Which issue is it a duplicate of?"
            hint="Its key, or words of its title"
            value={original}
            onChange={setOriginal}
            list={suggestions}
            autoFocus
            required
          />
          <datalist id={suggestions}>
            {found.map(({ key, called, title }) => (
              <option key={key} value={called}>
                {title.slice(0, 100)}
              </option>
            ))}
          </datalist>
        </>
      )}
      {status === 'resolved' && (
        <>
          <RadioGroup
            label="Who brought the resolution about?"
            options={rescues.map((value) => ({ value, label: rescueWords[value] }))}
            value={rescue}
            onChange={setRescue}
            required
          />
          <TextArea label="Fix note" value={fixNote} onChange={setFixNote} />
        </>
      )}
      <div className={`${styles.buttons} ${styles.end}`}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" tone="primary">
          Set to {statusWords[status].toLowerCase()}
        </Button>
      </div>
    </form>
  )
}
