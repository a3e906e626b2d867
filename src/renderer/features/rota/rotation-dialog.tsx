import { roleWords } from '@domain/ownership/role-words'
import { createRotation } from '@domain/rotation/rotation-commands'
import { type ShiftRole, shiftRoles } from '@domain/rotation/shift'
import { parseTime } from '@domain/time/time-text'
import { dayOf } from '@domain/time/zone'
import { refused } from '@domain/triage/plan'
import { useMemo, useState } from 'react'
import { useRows } from '../../storage/queries'
import { ComboBox } from '../../ui/combo-box'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useRota } from '../../view-state/use-rota'
import { useZone } from '../../view-state/use-zone'
import { zoneNames } from '../../view-state/zones'
import { ChangeDialog } from './change-dialog'
import styles from './dialogs.module.css'
import { PlanFields } from './plan-fields'
import { draftOf, newPlan } from './plan-form'

const roles = shiftRoles.map((value) => ({ value, label: roleWords[value] }))

export interface RotationDialogProps {
  readonly role: ShiftRole
  readonly onClose: () => void
}

/** A new rotation. Whoever has the role is in it to begin with. */
export default function RotationDialog({ role: asked, onClose }: RotationDialogProps) {
  const people = useRows('person')
  const { rota } = useRota()
  const here = useZone()
  const peopleOf = (role: ShiftRole) =>
    [...people.values()]
      .filter(({ values }) => values.role === role && !values.removed && values.leftOn == null)
      .sort((a, b) => (a.values.name ?? a.key).localeCompare(b.values.name ?? b.key))
      .map(({ key }) => key)
  const [key] = useState(() => crypto.randomUUID())
  const [role, setRole] = useState(asked)
  const [typedName, setName] = useState<string>()
  const layers = rota.seats.filter((seat) => seat.role === role && Number.isFinite(seat.layer))
  const [typedLayer, setLayer] = useState<number | null>()
  const [zone, setZone] = useState(here)
  const [form, setForm] = useState(() => newPlan(dayOf(now(), here), peopleOf(asked)))
  const layer = typedLayer === undefined ? layers.length + 1 : (typedLayer ?? 0)
  const name = typedName ?? (layer > 1 ? `${roleWords[role]} ${layer}` : roleWords[role])
  const zones = useMemo(() => zoneNames(here).map((key) => ({ key, label: key })), [here])
  const plan = useMemo(() => {
    const draft = draftOf({ ...form, from: `${form.startsOn}T${parseTime(form.handOverAt) ?? ''}` })
    if (!draft) return refused('The hours or the time of the hand-over cannot be read.')
    return createRotation(key, { name, role, zone, layer }, draft)
  }, [key, name, role, zone, layer, form])

  return (
    <ChangeDialog title="New rotation" plan={plan} confirm="Make it" onClose={onClose}>
      <div className={styles.pair}>
        <Select
          label="Role"
          options={roles}
          value={role}
          onChange={(next) => {
            setRole(next)
            setForm({ ...form, members: peopleOf(next) })
          }}
        />
        <TextField label="Name" value={name} onChange={setName} />
      </div>
      <PlanFields form={form} zone={zone} onChange={setForm} />
      <div className={styles.pair}>
        <NumberField
          label="Layer"
          hint="All layers of a role are on at once; the first is asked first"
          value={layer}
          min={1}
          onCommit={setLayer}
        />
        <ComboBox
          label="Time zone"
          choices={zones}
          value={zone}
          onChange={(chosen) => setZone(chosen ?? here)}
        />
      </div>
    </ChangeDialog>
  )
}
