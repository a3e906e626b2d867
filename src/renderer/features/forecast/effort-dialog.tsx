import { tellEffort } from '@domain/tapering/commands'
import { dayOf } from '@domain/time/zone'
import { useState } from 'react'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useZone } from '../../view-state/use-zone'

/** Hours that somebody spent on hypercare on a day. */
export function EffortDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useAct()
  const zone = useZone()
  const people = useOwnerChoices()
  const [day, setDay] = useState(() => dayOf(now(), zone))
  const [person, setPerson] = useState<string | null>(null)
  const [hours, setHours] = useState('8')
  const [note, setNote] = useState('')

  async function save(): Promise<boolean> {
    const told = Number(hours.trim().replace(',', '.'))
    const plan = tellEffort(crypto.randomUUID(), {
      day,
      person,
      hours: Number.isNaN(told) ? null : told,
      note,
    })
    const isDone = await act(plan)
    if (isDone) onClose()
    return isDone
  }

  return (
    <FormDialog title="Write down hours" save="Write down" onSave={save} onClose={onClose}>
      <ComboBox label="Whose" choices={people} value={person} placeholder="Somebody" onChange={setPerson} />
      <DateField label="Day" value={day} onChange={setDay} />
      <TextField label="Hours" value={hours} onChange={setHours} />
      <TextField label="Note" value={note} onChange={setNote} />
    </FormDialog>
  )
}
