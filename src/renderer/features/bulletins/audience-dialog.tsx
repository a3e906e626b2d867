import { typedAddresses } from '@domain/bulletins/addresses'
import {
  type AudienceForm,
  audienceForm,
  emptyAudience,
  removeAudience,
  saveAudience,
} from '@domain/bulletins/audience-commands'
import type { AudienceRow } from '@domain/bulletins/published'
import { type Weekday, weekdays } from '@domain/model/engagement'
import { useState } from 'react'
import { useSession } from '../../storage/queries'
import { Checkbox } from '../../ui/checkbox'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import styles from './bulletins.module.css'

const dayWords: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

export interface AudienceDialogProps {
  /** Undefined for a new one. */
  readonly audience: AudienceRow | undefined
  readonly onClose: () => void
}

/** Who is told together: whom it reaches, what it wants to hear of, and when. */
export function AudienceDialog({ audience, onClose }: AudienceDialogProps) {
  const act = useAct()
  const { replica } = useSession()
  const zone = useZone()
  const [problem, setProblem] = useState<string>()
  const [typed, setTyped] = useState(() => typedForm(audience ? audienceForm(audience) : emptyAudience))
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))

  async function save(): Promise<boolean> {
    const key = typed.name.trim().toLocaleLowerCase('en')
    const namesake = replica.rows('audience').get(key)
    const standing = audience ?? (namesake?.values.removed === true ? namesake : undefined)
    if (!audience && namesake && namesake.values.removed !== true) {
      setProblem('There is an audience of this name already.')
      return false
    }
    const plan = saveAudience(standing, read(typed))
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
      title={audience ? 'Change the audience' : 'New audience'}
      problem={problem}
      onSave={save}
      onRemove={audience && (() => void act(removeAudience(audience)).then((isDone) => isDone && onClose()))}
      onClose={onClose}
    >
      <TextField label="Name" value={typed.name} onChange={(name) => set({ name })} />
      <TextArea
        label="Recipients"
        hint="Mail addresses, one on each line. A mail draft is addressed to them."
        value={typed.recipients}
        onChange={(recipients) => set({ recipients })}
      />
      <div className={styles.pair}>
        <TextArea
          label="Units"
          hint="One on each line; empty for all."
          value={typed.units}
          onChange={(units) => set({ units })}
        />
        <TextArea
          label="Components"
          hint="One on each line; empty for all."
          value={typed.components}
          onChange={(components) => set({ components })}
        />
      </div>
      <fieldset className={styles.days}>
        <legend>Its bulletin goes out on</legend>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            checked={typed.days.includes(day)}
            onChange={(chosen) =>
              set({
                days: weekdays.filter((other) => (other === day ? chosen : typed.days.includes(other))),
              })
            }
          >
            {dayWords[day]}
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        label="Until"
        hint={`Time of day in ${zone}, such as 16:00; a reminder comes half an hour before.`}
        value={typed.time}
        onChange={(time) => set({ time })}
      />
    </FormDialog>
  )
}

interface TypedForm {
  readonly name: string
  readonly recipients: string
  readonly units: string
  readonly components: string
  readonly days: readonly Weekday[]
  readonly time: string
}

function typedForm(form: AudienceForm): TypedForm {
  return {
    ...form,
    recipients: form.recipients.join('\n'),
    units: form.units.join('\n'),
    components: form.components.join('\n'),
  }
}

function read(typed: TypedForm): AudienceForm {
  return {
    ...typed,
    recipients: typedAddresses(typed.recipients),
    units: typed.units.split('\n'),
    components: typed.components.split('\n'),
  }
}
