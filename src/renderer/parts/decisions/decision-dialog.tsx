import { askFor } from '@domain/registers/decisions'
import { useState } from 'react'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { useWrite } from '../../view-state/use-write'
import type { DecisionRow } from './use-decisions'

export interface DecisionDialogProps {
  /** The decision to word anew; undefined for a new one. */
  readonly row: DecisionRow | undefined
  readonly onClose: () => void
}

/** What is to be decided, by whom and until when. */
export function DecisionDialog({ row, onClose }: DecisionDialogProps) {
  const write = useWrite()
  const [title, setTitle] = useState(row?.values.title ?? '')
  const [askedOf, setAskedOf] = useState(row?.values.askedOf ?? '')
  const [neededBy, setNeededBy] = useState(row?.values.neededBy ?? '')
  const [detail, setDetail] = useState(row?.values.detail ?? '')
  const [tried, setTried] = useState(false)
  const missing = title.trim() === '' ? 'Say what is to be decided' : undefined

  async function save(): Promise<boolean> {
    setTried(true)
    if (missing) return false
    const label = row ? `Decision “${title.trim()}” worded anew` : `Decision “${title.trim()}” asked for`
    const intent = askFor(row?.key ?? crypto.randomUUID(), { title, askedOf, neededBy, detail })
    const isDone = (await write(label, [intent])) !== undefined
    if (isDone) onClose()
    return isDone
  }

  return (
    <FormDialog
      title={row ? 'Decision' : 'Ask for a decision'}
      save={row ? 'Save' : 'Ask'}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label="What is to be decided"
        value={title}
        onChange={setTitle}
        problem={tried ? missing : undefined}
        autoFocus
      />
      <TextField label="Asked of" value={askedOf} onChange={setAskedOf} hint="Printed as written" />
      <DateField label="Needed by" value={neededBy} onChange={setNeededBy} />
      <TextArea label="Background" value={detail} onChange={setDetail} hint="Not printed" />
    </FormDialog>
  )
}
