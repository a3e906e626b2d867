import { type SessionForm, saveSession } from '@domain/handover/commands'
import type { KnowledgeSessionRow } from '@domain/handover/lines'
import { useId, useState } from 'react'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { useAct } from '../../view-state/use-act'
import styles from './handover.module.css'
import { useNames } from './use-names'

export interface SessionDialogProps {
  /** Undefined for a new one. */
  readonly row: KnowledgeSessionRow | undefined
  readonly form: SessionForm
  readonly onClose: () => void
}

/** What is shown, by whom, when, and who is there. */
export function SessionDialog({ row, form: start, onClose }: SessionDialogProps) {
  const suggestions = useId()
  const act = useAct()
  const names = useNames()
  const [typed, setTyped] = useState(start)
  const [attendees, setAttendees] = useState(start.attendees.join(', '))
  const [problem, setProblem] = useState<string>()
  const set = (part: Partial<SessionForm>) => setTyped((before) => ({ ...before, ...part }))

  async function save(): Promise<boolean> {
    const wanted = { ...typed, attendees: attendees.split(/[,;\n]/) }
    const plan = saveSession(wanted, row, crypto.randomUUID())
    if (!plan.ok) {
      setProblem(plan.reason)
      return false
    }
    const isDone = await act(plan)
    if (isDone) onClose()
    return isDone
  }

  return (
    <FormDialog
      title={row ? 'Knowledge session' : 'Plan a knowledge session'}
      width="wide"
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <TextField label="What is shown" value={typed.title} onChange={(title) => set({ title })} />
      <datalist id={suggestions}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={styles.pairs}>
        <TextField
          label="Shown by"
          value={typed.givenBy}
          onChange={(givenBy) => set({ givenBy })}
          list={suggestions}
        />
        <DateField label="Planned for" value={typed.plannedOn} onChange={(plannedOn) => set({ plannedOn })} />
      </div>
      <TextArea
        label="Who is there"
        hint="Names with commas between them"
        oneLine
        value={attendees}
        onChange={setAttendees}
      />
      <TextField label="Recording or notes" value={typed.place} onChange={(place) => set({ place })} />
      <TextArea label="What it covers" value={typed.detail} onChange={(detail) => set({ detail })} />
    </FormDialog>
  )
}
