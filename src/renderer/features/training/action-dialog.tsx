import { trainingKinds } from '@domain/model/training-action'
import { type ActionForm, removeAction, saveAction, trainingWords } from '@domain/training/commands'
import type { TrainingActionRow } from '@domain/training/effect'
import { useState } from 'react'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import styles from './training.module.css'

export interface ActionDialogProps {
  /** Undefined for a new one. */
  readonly action: TrainingActionRow | undefined
  readonly form: ActionForm
  readonly onClose: () => void
}

/** What is to be done, who does it, until when, and which questions it answers. */
export function ActionDialog({ action, form: start, onClose }: ActionDialogProps) {
  const act = useAct()
  const owners = useOwnerChoices()
  const [typed, setTyped] = useState(start)
  const [terms, setTerms] = useState(start.terms.join(' '))
  const [problem, setProblem] = useState<string>()
  const set = (part: Partial<ActionForm>) => setTyped((before) => ({ ...before, ...part }))

  async function save(): Promise<boolean> {
    const wanted = {
      ...typed,
      terms: terms
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((term) => term !== ''),
    }
    const plan = saveAction(action?.key ?? crypto.randomUUID(), action, wanted)
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
      title={action ? 'Change the training action' : 'Plan a training action'}
      problem={problem}
      onSave={save}
      onRemove={action && (() => void act(removeAction(action)).then((isDone) => isDone && onClose()))}
      onClose={onClose}
    >
      <TextArea label="What" oneLine value={typed.title} onChange={(title) => set({ title })} />
      <div className={styles.pair}>
        <Select
          label="Kind"
          options={trainingKinds.map((value) => ({ value, label: trainingWords[value] }))}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
        />
        <DateField label="Until" value={typed.dueOn} onChange={(dueOn) => set({ dueOn })} />
      </div>
      <ComboBox
        label="Who does it"
        choices={owners}
        value={typed.owner}
        placeholder="Nobody yet"
        onChange={(owner) => set({ owner })}
      />
      <div className={styles.pair}>
        <TextField label="Component" value={typed.component} onChange={(component) => set({ component })} />
        <TextField
          label="Unit"
          hint="Empty for every unit"
          value={typed.unit}
          onChange={(unit) => set({ unit })}
        />
      </div>
      <TextField
        label="Words that the questions have in common"
        hint="Questions about the component with half of them are counted before and after."
        value={terms}
        onChange={setTerms}
      />
      <TextArea label="Note" value={typed.note} onChange={(note) => set({ note })} />
    </FormDialog>
  )
}
