import type { TurnUnit } from '@domain/model/rotation'
import { readWeek } from '@domain/rotation/week-text'
import { parseTime } from '@domain/time/time-text'
import { DateField } from '../../ui/date-field'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import styles from './dialogs.module.css'
import { MemberList } from './member-list'
import type { PlanForm } from './plan-form'

const units = [
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
  { value: 'weeks', label: 'weeks' },
] as const satisfies readonly { readonly value: TurnUnit; readonly label: string }[]

export interface PlanFieldsProps {
  readonly form: PlanForm
  readonly zone: string
  readonly onChange: (form: PlanForm) => void
}

/** Who takes turns, how long one is, and when it is handed over. */
export function PlanFields({ form, zone, onChange }: PlanFieldsProps) {
  const set = (change: Partial<PlanForm>) => onChange({ ...form, ...change })
  return (
    <>
      <MemberList members={form.members} onChange={(members) => set({ members })} />
      <div className={styles.pair}>
        <NumberField
          label="Length of a turn"
          value={form.length}
          min={1}
          onCommit={(length) => set({ length: length ?? 0 })}
        />
        <Select label="Counted in" options={units} value={form.unit} onChange={(unit) => set({ unit })} />
      </div>
      <div className={styles.pair}>
        <DateField
          label="A turn begins on"
          value={form.startsOn}
          onChange={(startsOn) => set({ startsOn })}
        />
        <TextField
          label="Hand-over at"
          hint={zone}
          value={form.handOverAt}
          onChange={(handOverAt) => set({ handOverAt })}
          problem={parseTime(form.handOverAt) ? undefined : 'Such as 9:00'}
        />
      </div>
      <TextField
        label="Only in these hours"
        placeholder="Always"
        hint="Such as Mon-Fri 8-18, or 22-6; empty for always"
        value={form.hours}
        onChange={(hours) => set({ hours })}
        problem={readWeek(form.hours) ? undefined : 'Such as Mon-Fri 8-18, Sat 9-13'}
      />
    </>
  )
}
