import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { MentioningTextArea } from '../../parts/mentions/mentioning-text-area'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'

export interface AskTextProps {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly text: string
  /** What the button does. */
  readonly action: string
  /** May be left empty. */
  readonly optional?: boolean
  readonly onAnswer: (text: string) => void
  readonly onClose: () => void
}

/** Asks for some sentences; Mod+Enter sends them. */
export function AskText({
  title,
  label,
  hint,
  text,
  action,
  optional = false,
  onAnswer,
  onClose,
}: AskTextProps) {
  const form = useId()
  const [typed, setTyped] = useState(text)
  const isReady = optional || typed.trim() !== ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isReady) onAnswer(typed)
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
          <Button type="submit" form={form} tone="primary" keys="Mod+Enter" disabled={!isReady}>
            {action}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} onKeyDown={onKeyDown}>
        <MentioningTextArea label={label} hint={hint} value={typed} onChange={setTyped} />
      </form>
    </Dialog>
  )
}
