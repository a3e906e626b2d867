import { tellEffort } from '@domain/tapering/commands'
import { dayOf } from '@domain/time/zone'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useZone } from '../../view-state/use-zone'
import styles from './forecast.module.css'

/** Hours that somebody spent on hypercare on a day. */
export function EffortDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useAct()
  const form = useId()
  const zone = useZone()
  const people = useOwnerChoices()
  const [day, setDay] = useState(() => dayOf(now(), zone))
  const [person, setPerson] = useState<string | null>(null)
  const [hours, setHours] = useState('8')
  const [note, setNote] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const told = Number(hours.trim().replace(',', '.'))
    const plan = tellEffort(crypto.randomUUID(), {
      day,
      person,
      hours: Number.isNaN(told) ? null : told,
      note,
    })
    if (await act(plan)) onClose()
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  return (
    <Dialog
      title="Write down hours"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} keys="Mod+Enter">
            Write down
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
        <ComboBox label="Whose" choices={people} value={person} placeholder="Somebody" onChange={setPerson} />
        <DateField label="Day" value={day} onChange={setDay} />
        <TextField label="Hours" value={hours} onChange={setHours} />
        <TextField label="Note" value={note} onChange={setNote} />
      </form>
    </Dialog>
  )
}
