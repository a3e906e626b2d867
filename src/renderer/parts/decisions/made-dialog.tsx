import { markMade } from '@domain/registers/decisions'
import { useState } from 'react'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { now } from '../../view-state/clock'
import { useWrite } from '../../view-state/use-write'
import type { DecisionRow } from './use-decisions'

export interface MadeDialogProps {
  readonly row: DecisionRow
  readonly onClose: () => void
}

/** What was decided. */
export function MadeDialog({ row, onClose }: MadeDialogProps) {
  const write = useWrite()
  const [outcome, setOutcome] = useState(row.values.outcome ?? '')

  async function save(): Promise<boolean> {
    const change = await write(`Decision “${row.values.title ?? ''}” made`, [
      markMade(row.key, outcome, row.values.madeAt ?? now()),
    ])
    if (change) onClose()
    return change !== undefined
  }

  return (
    <FormDialog title="Decision made" save="It is made" onSave={save} onClose={onClose}>
      <p>{row.values.title}</p>
      <TextArea label="What was decided" value={outcome} onChange={setOutcome} autoFocus />
    </FormDialog>
  )
}
