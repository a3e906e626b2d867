import { type HoldReason, holdReasons } from '@domain/model/issue'
import type { Instant } from '@domain/model/value'
import { addDays } from '@domain/time/day'
import { instantAtWall } from '@domain/time/wall'
import { dayOf } from '@domain/time/zone'
import { holdReasonWords } from '@domain/triage/words'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { RadioGroup } from '../../ui/radio-group'
import { now } from '../../view-state/clock'
import { useZone } from '../../view-state/use-zone'
import styles from './triage.module.css'

export interface AskHoldProps {
  readonly called: string
  readonly onAnswer: (reason: HoldReason, until: Instant) => void
  readonly onClose: () => void
}

const usualTime = '09:00'

/** What it waits for, and when it comes back into the inbox by itself. */
export function AskHold({ called, onAnswer, onClose }: AskHoldProps) {
  const zone = useZone()
  const form = useId()
  const [reason, setReason] = useState<HoldReason>('user')
  const [until, setUntil] = useState(() => `${addDays(dayOf(now(), zone), 1)}T${usualTime}`)
  const [problem, setProblem] = useState<string | undefined>(undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    const instant = instantAtWall(until, zone)
    if (instant === undefined) return
    if (instant <= now()) setProblem('That time is over already')
    else onAnswer(reason, instant)
  }

  return (
    <Dialog
      title={`Hold ${called}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" keys="Enter">
            Put on hold
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <RadioGroup
          label="What is it waiting for?"
          options={holdReasons.map((value) => ({ value, label: holdReasonWords[value] }))}
          value={reason}
          onChange={setReason}
        />
        <DateField
          label="Back in the inbox"
          time
          required
          zone={zone}
          value={until}
          problem={problem}
          onChange={(value) => {
            setProblem(undefined)
            setUntil(value)
          }}
        />
      </form>
    </Dialog>
  )
}
