import { type SessionForm, saveSession } from '@domain/handover/commands'
import type { KnowledgeSessionRow } from '@domain/handover/lines'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
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
  const form = useId()
  const suggestions = useId()
  const act = useAct()
  const names = useNames()
  const [typed, setTyped] = useState(start)
  const [attendees, setAttendees] = useState(start.attendees.join(', '))
  const [problem, setProblem] = useState<string>()
  const set = (part: Partial<SessionForm>) => setTyped((before) => ({ ...before, ...part }))

  async function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault()
    const wanted = { ...typed, attendees: attendees.split(/[,;\n]/) }
    const plan = saveSession(wanted, row, crypto.randomUUID())
    if (!plan.ok) setProblem(plan.reason)
    else if (await act(plan)) onClose()
  }

  return (
    <Dialog
      title={row ? 'Knowledge session' : 'Plan a knowledge session'}
      width="wide"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event)
      }}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} keys="Mod+Enter">
            Save
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void save(event)}>
        {problem && <Banner tone="danger">{problem}</Banner>}
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
          <DateField
            label="Planned for"
            value={typed.plannedOn}
            onChange={(plannedOn) => set({ plannedOn })}
          />
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
      </form>
    </Dialog>
  )
}
