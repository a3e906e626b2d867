import { type ItemForm, saveItem } from '@domain/handover/commands'
import type { ItemLine } from '@domain/handover/lines'
import { kindWords } from '@domain/handover/words'
import { useId, useState } from 'react'
import { useSession } from '../../storage/queries'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'
import styles from './handover.module.css'
import { useNames } from './use-names'

interface Labels {
  readonly title: string
  readonly from?: string
  readonly to?: string
  readonly place?: string
  readonly workaround?: string
  readonly detail: string
  readonly until?: string
}

const labels: Readonly<Record<ItemLine['kind'], Labels>> = {
  ownership: {
    title: 'Component',
    from: 'Looked after by',
    to: 'From now on by',
    detail: 'What comes with it',
    until: 'Handed over by',
  },
  runbook: {
    title: 'What it is for',
    from: 'Written by',
    to: 'Kept up by',
    place: 'Where it is',
    detail: 'What to know of it',
    until: 'Ready by',
  },
  'known-error': {
    title: 'What goes wrong',
    to: 'Looked after by',
    workaround: 'Way round it',
    detail: 'How it shows',
  },
  access: {
    title: 'System and right',
    from: 'Whose it was',
    to: 'Whose it will be',
    place: 'How it is asked for',
    detail: 'What to know of it',
    until: 'There by',
  },
  residual: { title: 'What is left open', to: 'Who follows it', detail: 'What becomes of it', until: 'By' },
}

const untouched: Partial<ItemForm> = {}
const useTyped = keptDraft(untouched)

export interface ItemDialogProps {
  /** What it is written over; undefined for a new one. */
  readonly line: ItemLine | undefined
  readonly form: ItemForm
  readonly onClose: () => void
}

/** One thing that is handed over. Only Cancel forgets what is typed. */
export function ItemDialog({ line, form: start, onClose }: ItemDialogProps) {
  const suggestions = useId()
  const act = useAct()
  const names = useNames()
  const { id, replica } = useSession()
  const [typed, setTyped] = useTyped(`${id} ${start.kind} ${line?.key ?? ''}`)
  const [problem, setProblem] = useState<string>()
  const item: ItemForm = { ...start, ...typed }
  const set = (part: Partial<ItemForm>) => setTyped({ ...typed, ...part })
  const words = labels[item.kind]

  async function save(): Promise<boolean> {
    const plan = saveItem(item, line, replica.rows('handoverItem'), crypto.randomUUID())
    if (!plan.ok) {
      setProblem(plan.reason)
      return false
    }
    if (!(await act(plan))) return false
    setTyped(untouched)
    onClose()
    return true
  }

  return (
    <FormDialog
      title={line ? kindWords[item.kind].one : `Write down: ${kindWords[item.kind].one.toLowerCase()}`}
      width="wide"
      problem={problem}
      onSave={save}
      onCancel={() => {
        setTyped(untouched)
        onClose()
      }}
      onClose={onClose}
    >
      <TextField label={words.title} value={item.title} onChange={(title) => set({ title })} />
      <datalist id={suggestions}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={styles.pairs}>
        {words.from && (
          <TextField
            label={words.from}
            value={item.givenBy}
            onChange={(givenBy) => set({ givenBy })}
            list={suggestions}
          />
        )}
        {words.to && (
          <TextField
            label={words.to}
            value={item.takenBy}
            onChange={(takenBy) => set({ takenBy })}
            list={suggestions}
          />
        )}
        {words.place && (
          <TextField label={words.place} value={item.place} onChange={(place) => set({ place })} />
        )}
        {words.until && (
          <DateField label={words.until} value={item.dueOn} onChange={(dueOn) => set({ dueOn })} />
        )}
      </div>
      {words.workaround && (
        <TextArea
          label={words.workaround}
          value={item.workaround}
          onChange={(workaround) => set({ workaround })}
        />
      )}
      <TextArea label={words.detail} value={item.detail} onChange={(detail) => set({ detail })} />
    </FormDialog>
  )
}
