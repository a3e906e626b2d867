import type { Instant } from '@domain/model/value'
import type { Planned, Refused } from '@domain/triage/plan'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useAct } from '../../view-state/use-act'
import { ChangePreview } from './change-preview'
import styles from './dialogs.module.css'

export interface ChangeDialogProps {
  readonly title: string
  readonly plan: Planned | Refused
  /** What the effects are told of, where that is more than what is written. */
  readonly shown?: Planned | undefined
  readonly confirm: string
  /** From when on the effects are told; now, where it is not earlier. */
  readonly from?: Instant | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Fields of a change beside what it would do; it is written when that has been seen and accepted. */
export function ChangeDialog({ title, plan, shown, confirm, from, onClose, children }: ChangeDialogProps) {
  const form = useId()
  const act = useAct()
  const [tried, setTried] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (plan.ok && (await act(plan))) onClose()
  }

  return (
    <Dialog
      title={title}
      width="widest"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <form id={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          {children}
        </form>
        <ChangePreview plan={shown ?? plan} from={from} tried={tried} />
      </div>
    </Dialog>
  )
}
