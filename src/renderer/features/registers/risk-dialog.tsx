import { type RiskGrade, riskGrades } from '@domain/model/risk'
import { gradeWords, type RiskRow, type RiskText, writeRisk } from '@domain/registers/risks'
import { useSession } from '../../storage/queries'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import styles from './registers.module.css'

const nothing: Partial<RiskText> = {}
const useTypedRisk = keptDraft(nothing)

const grades = [
  { value: '', label: 'Not told' },
  ...riskGrades.map((value) => ({ value, label: gradeWords[value] })),
] as const

export interface RiskDialogProps {
  /** The risk to change; undefined for a new one. */
  readonly row: RiskRow | undefined
  readonly onClose: () => void
}

/** What may go wrong, how bad that would be, and what is done against it. Only Cancel forgets what is typed. */
export function RiskDialog({ row, onClose }: RiskDialogProps) {
  const act = useAct()
  const { id } = useSession()
  const [typed, setTyped] = useTypedRisk(`${id} ${row?.key ?? ''}`)
  const risk: RiskText = { ...textOf(row), ...typed }
  const set = (fields: Partial<RiskText>) => setTyped({ ...typed, ...fields })
  const owners = useOwnerChoices(risk.owner)
  const setGrade = (field: 'likelihood' | 'impact') => (value: RiskGrade | '') =>
    set({ [field]: value === '' ? null : value })

  async function save(): Promise<boolean> {
    if (!(await act(writeRisk(row?.key ?? crypto.randomUUID(), risk, row, now())))) return false
    setTyped(nothing)
    onClose()
    return true
  }

  return (
    <FormDialog
      title={row ? 'Risk' : 'Write down a risk'}
      width="wide"
      save={row ? 'Save' : 'Write it down'}
      onSave={save}
      onCancel={() => {
        setTyped(nothing)
        onClose()
      }}
      onClose={onClose}
    >
      <TextField label="What may go wrong" value={risk.title} onChange={(title) => set({ title })} required />
      <div className={styles.pairs}>
        <Select
          label="Likelihood"
          options={grades}
          value={risk.likelihood ?? ''}
          onChange={setGrade('likelihood')}
        />
        <Select label="Impact" options={grades} value={risk.impact ?? ''} onChange={setGrade('impact')} />
        <ComboBox
          label="Who has it"
          choices={owners}
          value={risk.owner}
          placeholder="Nobody"
          onChange={(owner) => set({ owner })}
        />
        <DateField
          label="Looked at again on"
          value={risk.reviewOn}
          onChange={(reviewOn) => set({ reviewOn })}
        />
      </div>
      <TextArea
        label="What is done against it"
        value={risk.mitigation}
        onChange={(mitigation) => set({ mitigation })}
      />
      <TextArea
        label="Background"
        value={risk.detail}
        onChange={(detail) => set({ detail })}
        hint="Not printed"
      />
    </FormDialog>
  )
}

function textOf(row: RiskRow | undefined): RiskText {
  const { title, detail, likelihood, impact, owner, mitigation, reviewOn } = row?.values ?? {}
  return {
    title: title ?? '',
    detail: detail ?? '',
    likelihood: likelihood ?? null,
    impact: impact ?? null,
    owner: owner ?? null,
    mitigation: mitigation ?? '',
    reviewOn: reviewOn ?? '',
  }
}
