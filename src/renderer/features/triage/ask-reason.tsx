import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'

export interface AskReasonProps {
  readonly called: string
  readonly onAnswer: (reason: string) => void
  readonly onClose: () => void
}

/** Why nothing will be done about it; whoever reported it may read this. */
export function AskReason({ called, onAnswer, onClose }: AskReasonProps) {
  const form = useId()
  const [reason, setReason] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() !== '') onAnswer(reason.trim())
  }

  return (
    <Dialog
      title={`Decline ${called}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" keys="Enter" disabled={reason.trim() === ''}>
            Decline
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Why is it declined?"
          hint="Whoever reported it may read this"
          value={reason}
          onChange={setReason}
          required
        />
      </form>
    </Dialog>
  )
}
