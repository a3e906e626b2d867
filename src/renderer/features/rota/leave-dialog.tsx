import { takeLeave } from '@domain/ownership/leave'
import { useMemo, useState } from 'react'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { ChangeDialog } from './change-dialog'
import styles from './dialogs.module.css'

export interface LeaveDialogProps {
  readonly person: string | undefined
  readonly day: string
  readonly onClose: () => void
}

/** Somebody is away for some days: which shifts are then without anybody is told before. */
export default function LeaveDialog({ person: asked, day, onClose }: LeaveDialogProps) {
  const choices = useOwnerChoices(asked ?? null)
  const [key] = useState(() => crypto.randomUUID())
  const [person, setPerson] = useState<string | null>(asked ?? null)
  const [from, setFrom] = useState(day)
  const [to, setTo] = useState(day)
  const plan = useMemo(() => {
    const chosen = choices.find(({ key }) => key === person)
    return takeLeave(key, chosen && { key: chosen.key, name: chosen.label }, from, to)
  }, [key, choices, person, from, to])
  return (
    <ChangeDialog title="Leave" plan={plan} confirm="Write it down" onClose={onClose}>
      <ComboBox label="Who is away" choices={choices} value={person} onChange={setPerson} />
      <div className={styles.pair}>
        <DateField label="First day" value={from} onChange={setFrom} />
        <DateField label="Last day" value={to} onChange={setTo} />
      </div>
    </ChangeDialog>
  )
}
