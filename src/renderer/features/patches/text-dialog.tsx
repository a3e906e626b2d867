import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { MentioningTextArea } from '../../parts/mentions/mentioning-text-area'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'

export interface TextDialogProps {
  readonly title: string
  readonly label: string
  readonly hint: string
  /** What the button does. */
  readonly action: string
  readonly onAnswer: (text: string) => void
  readonly onClose: () => void
}

/** Asks for a sentence or two; Mod+Enter sends them. */
export function TextDialog({ title, label, hint, action, onAnswer, onClose }: TextDialogProps) {
  const form = useId()
  const [text, setText] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') onAnswer(text.trim())
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" keys="Mod+Enter" disabled={text.trim() === ''}>
            {action}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} onKeyDown={onKeyDown}>
        <MentioningTextArea label={label} hint={hint} value={text} onChange={setText} />
      </form>
    </Dialog>
  )
}
