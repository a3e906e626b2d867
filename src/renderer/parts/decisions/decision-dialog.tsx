import { askFor } from '@domain/registers/decisions'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { useWrite } from '../../view-state/use-write'
import styles from './dialogs.module.css'
import type { DecisionRow } from './use-decisions'

export interface DecisionDialogProps {
  /** The decision to word anew; undefined for a new one. */
  readonly row: DecisionRow | undefined
  readonly onClose: () => void
}

/** What is to be decided, by whom and until when. */
export function DecisionDialog({ row, onClose }: DecisionDialogProps) {
  const form = useId()
  const write = useWrite()
  const [title, setTitle] = useState(row?.values.title ?? '')
  const [askedOf, setAskedOf] = useState(row?.values.askedOf ?? '')
  const [neededBy, setNeededBy] = useState(row?.values.neededBy ?? '')
  const [detail, setDetail] = useState(row?.values.detail ?? '')
  const [tried, setTried] = useState(false)
  const missing = title.trim() === '' ? 'Say what is to be decided' : undefined

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (missing) return
    const label = row ? `Decision “${title.trim()}” worded anew` : `Decision “${title.trim()}” asked for`
    const intent = askFor(row?.key ?? crypto.randomUUID(), { title, askedOf, neededBy, detail })
    if (await write(label, [intent])) onClose()
  }

  return (
    <Dialog
      title={row ? 'Decision' : 'Ask for a decision'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            {row ? 'Save' : 'Ask'}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
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
      </form>
    </Dialog>
  )
}
