import { type ConcernForm, type ConcernRow, removeConcern, writeConcern } from '@domain/adoption/concerns'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import styles from './adoption.module.css'

export interface ConcernDialogProps {
  /** Undefined for a new one. */
  readonly row: ConcernRow | undefined
  readonly form: ConcernForm
  readonly onClose: () => void
}

/** What the concern is, who has it and what is done about it. */
export default function ConcernDialog({ row, form: start, onClose }: ConcernDialogProps) {
  const form = useId()
  const act = useAct()
  const owners = useOwnerChoices()
  const [typed, setTyped] = useState(start)
  const [problem, setProblem] = useState<string>()
  const set = (part: Partial<ConcernForm>) => setTyped((before) => ({ ...before, ...part }))

  async function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault()
    const plan = writeConcern(row?.key ?? crypto.randomUUID(), row, typed, now())
    if (!plan.ok) setProblem(plan.reason)
    else if (await act(plan)) onClose()
  }

  return (
    <Dialog
      title={row ? 'Change the concern' : 'Look after a concern'}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event)
      }}
      actions={
        <>
          {row && (
            <Button
              tone="danger"
              onClick={() => void act(removeConcern(row)).then((done) => done && onClose())}
            >
              Remove
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} keys="Mod+Enter">
            Save
          </Button>
        </>
      }
    >
      <form id={form} className={styles.dialog} onSubmit={(event) => void save(event)}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        <TextArea label="What" oneLine value={typed.title} onChange={(title) => set({ title })} />
        <ComboBox
          label="Who looks after it"
          choices={owners}
          value={typed.owner}
          placeholder="Nobody yet"
          onChange={(owner) => set({ owner })}
        />
        <TextArea label="What is done about it" value={typed.action} onChange={(action) => set({ action })} />
        <TextArea label="What was seen" value={typed.seen} onChange={(seen) => set({ seen })} />
        <div className={styles.pair}>
          <TextField
            label="Group"
            hint="Empty for everybody"
            value={typed.group}
            onChange={(group) => set({ group })}
          />
          <DateField label="Showed on" value={typed.day} onChange={(day) => set({ day })} />
        </div>
      </form>
    </Dialog>
  )
}
