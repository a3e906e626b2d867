import type { AgendaEntry } from '@domain/standup/agenda'
import { type NewLine, promise, reword, say } from '@domain/standup/commands'
import { type LineKind, lineWords, type SaidLine } from '@domain/standup/lines'
import { together } from '@domain/triage/plan'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { TextField } from '../../ui/text-field'
import { useOnce } from '../../ui/use-once'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import styles from './standups.module.css'

const useTypedLine = keptDraft('')

const hints: Readonly<Record<LineKind, string>> = {
  note: 'What was said',
  blocker: 'What is in the way',
  decision: 'What was decided',
  action: 'What will be done',
}

export interface ComposerProps {
  readonly stop: AgendaEntry
  /** Under which what is typed is remembered. */
  readonly draftId: string
  /** What a new line has whatever it says. */
  readonly newLine: () => Pick<NewLine, 'key' | 'standup' | 'about' | 'author' | 'now'>
  readonly kind?: LineKind
  /** The line to word anew. */
  readonly editing?: SaidLine
  readonly dueOn: string
  /** A new line stands at the end of the list. */
  readonly onWritten: () => void
  readonly onClose: () => void
}

/** Writes line after line, each with Enter, until Escape; a line that is worded anew is done with one Enter. */
export function Composer({
  stop,
  draftId,
  newLine,
  kind,
  editing,
  dueOn,
  onWritten,
  onClose,
}: ComposerProps) {
  const act = useAct()
  const field = useRef<HTMLInputElement>(null)
  const wanted = editing?.kind ?? kind ?? 'note'
  const [typed, setTyped] = useTypedLine(draftId)
  const [reworded, setReworded] = useState(editing?.text)
  const text = reworded ?? typed
  const ownPerson = stop.about.kind === 'person' ? stop.about.person : null
  const [owner, setOwner] = useState<string | null>(editing ? (editing.owner ?? null) : ownPerson)
  const [due, setDue] = useState(editing ? (editing.dueOn ?? '') : dueOn)
  const owners = useOwnerChoices(owner)

  const write = useOnce(async () => {
    const day = due === '' ? null : due
    if (editing) {
      const plans = [reword(editing, text)]
      const isOther = owner !== (editing.owner ?? null) || day !== (editing.dueOn ?? null)
      if (wanted === 'action' && isOther) plans.push(promise(editing, { owner, dueOn: day }))
      const isReworded = await act(together(`${lineWords[wanted]} worded anew`, plans))
      if (isReworded) onClose()
      return isReworded
    }
    if (await act(say({ ...newLine(), kind: wanted, text, owner, dueOn: day }))) {
      setTyped('')
      onWritten()
      field.current?.focus()
    }
    // The next line can be written.
    return false
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    void write()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    event.preventDefault()
    onClose()
  }

  return (
    <form className={styles.composer} onSubmit={submit} onKeyDown={onKeyDown}>
      <TextField
        ref={field}
        className={styles.words}
        label={lineWords[wanted]}
        placeholder={hints[wanted]}
        value={text}
        onChange={editing ? setReworded : setTyped}
        autoFocus
      />
      {wanted === 'action' && (
        <>
          <ComboBox label="Who" choices={owners} value={owner} placeholder="Nobody" onChange={setOwner} />
          <DateField label="Until" value={due} onChange={setDue} />
        </>
      )}
      <Button type="submit" keys="Enter" disabled={text.trim() === ''}>
        {editing ? 'Save' : 'Write'}
      </Button>
      <Button tone="quiet" keys="Escape" onClick={onClose}>
        Back
      </Button>
    </form>
  )
}
