import { type ConcernForm, type ConcernRow, removeConcern, writeConcern } from '@domain/adoption/concerns'
import { useState } from 'react'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
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
  const act = useAct()
  const owners = useOwnerChoices()
  const [typed, setTyped] = useState(start)
  const [problem, setProblem] = useState<string>()
  const set = (part: Partial<ConcernForm>) => setTyped((before) => ({ ...before, ...part }))

  async function save(): Promise<boolean> {
    const plan = writeConcern(row?.key ?? crypto.randomUUID(), row, typed, now())
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
      title={row ? 'Change the concern' : 'Look after a concern'}
      problem={problem}
      onSave={save}
      onRemove={row && (() => void act(removeConcern(row)).then((isDone) => isDone && onClose()))}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
