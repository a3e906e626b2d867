import { markMade } from '@domain/registers/decisions'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { now } from '../../view-state/clock'
import { useWrite } from '../../view-state/use-write'
import styles from './dialogs.module.css'
import type { DecisionRow } from './use-decisions'

export interface MadeDialogProps {
  readonly row: DecisionRow
  readonly onClose: () => void
}

/** What was decided. */
export function MadeDialog({ row, onClose }: MadeDialogProps) {
  const form = useId()
  const write = useWrite()
  const [outcome, setOutcome] = useState(row.values.outcome ?? '')

  async function save(event: FormEvent) {
    event.preventDefault()
    if (
      await write(`Decision “${row.values.title ?? ''}” made`, [
        markMade(row.key, outcome, row.values.madeAt ?? now()),
      ])
    )
      onClose()
  }

  return (
    <Dialog
      title="Decision made"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            It is made
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void save(event)}>
        <p>{row.values.title}</p>
        <TextArea label="What was decided" value={outcome} onChange={setOutcome} autoFocus />
      </form>
    </Dialog>
  )
}
