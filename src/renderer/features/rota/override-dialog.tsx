import { roleWords } from '@domain/ownership/role-words'
import { override } from '@domain/rotation/override-commands'
import { shiftRoles } from '@domain/rotation/shift'
import { instantAtWall, wallTime } from '@domain/time/wall'
import { usableZone } from '@domain/time/zone'
import { useMemo, useState } from 'react'
import { useRows } from '../../storage/queries'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useZone } from '../../view-state/use-zone'
import { ChangeDialog } from './change-dialog'
import styles from './dialogs.module.css'
import type { Cell } from './selection'

const besides = 'besides'

export interface OverrideDialogProps {
  /** What is to be overridden or filled. */
  readonly cell: Cell
  readonly onClose: () => void
}

/** Somebody else is on for a while: in somebody's place, or besides the others. */
export default function OverrideDialog({ cell, onClose }: OverrideDialogProps) {
  const rotations = useRows('rotation')
  const here = useZone()
  const choices = useOwnerChoices()
  const [key] = useState(() => crypto.randomUUID())
  const [role, setRole] = useState(cell.kind === 'gap' ? cell.gap.role : cell.piece.role)
  const places = [...rotations.values()].filter(({ values }) => values.role === role && !values.removed)
  const [place, setPlace] = useState(
    cell.kind === 'piece' && rotations.has(cell.piece.seat) ? cell.piece.seat : besides,
  )
  const rotation = place === besides ? undefined : rotations.get(place)
  const zone = usableZone(rotation?.values.zone ?? here)
  const [person, setPerson] = useState<string | null>(null)
  const [from, setFrom] = useState(() => wallTime(cell.span.from, zone))
  const [to, setTo] = useState(() => wallTime(cell.span.to, zone))
  const [note, setNote] = useState('')
  const plan = useMemo(() => {
    const chosen = choices.find(({ key }) => key === person)
    const who = chosen && { key: chosen.key, name: chosen.label }
    const draft = { rotation: rotation?.key ?? null, role, person: who, from, to, zone, note }
    return override(key, draft, now())
  }, [key, rotation, role, choices, person, from, to, zone, note])

  return (
    <ChangeDialog
      title="Somebody else is on"
      plan={plan}
      confirm="Override"
      from={instantAtWall(from, zone)}
      onClose={onClose}
    >
      <ComboBox
        label="Who is on"
        hint="Letters of the name, then Enter"
        choices={choices}
        value={person}
        onChange={setPerson}
      />
      <div className={styles.pair}>
        <DateField label="From" time zone={zone} value={from} onChange={setFrom} />
        <DateField label="Until" time zone={zone} value={to} onChange={setTo} />
      </div>
      <div className={styles.pair}>
        <Select
          label="Role"
          options={shiftRoles.map((value) => ({ value, label: roleWords[value] }))}
          value={role}
          onChange={(next) => {
            setRole(next)
            setPlace(besides)
          }}
        />
        <Select
          label="In place of"
          options={[
            ...places.map(({ key, values }) => ({ value: key, label: values.name || key })),
            { value: besides, label: 'Nobody: besides the others' },
          ]}
          value={place}
          onChange={setPlace}
        />
      </div>
      <TextField label="Note" value={note} onChange={setNote} />
    </ChangeDialog>
  )
}
