import type { Row } from '@domain/merge/row'
import type { CoverNeed } from '@domain/model/entities'
import { roleWords } from '@domain/ownership/role-words'
import { addNeed, changeNeed, endNeed } from '@domain/rotation/need-commands'
import { type ShiftRole, shiftRoles } from '@domain/rotation/shift'
import { readWeek, weekText } from '@domain/rotation/week-text'
import { formatDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { refused } from '@domain/triage/plan'
import { useMemo, useState } from 'react'
import { useRows } from '../../storage/queries'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { IconButton } from '../../ui/icon-button'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import { ChangeDialog } from './change-dialog'
import styles from './dialogs.module.css'

export interface NeedsDialogProps {
  readonly role: ShiftRole
  readonly onClose: () => void
}

/** How many people each role needs in which hours of the week. */
export default function NeedsDialog({ role: asked, onClose }: NeedsDialogProps) {
  const zone = useZone()
  const act = useAct()
  const rows = useRows('coverNeed')
  const today = dayOf(now(), zone)
  const standing = [...rows.values()].filter(
    ({ values }) => !values.removed && (values.to == null || values.to >= today),
  )
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [changing, setChanging] = useState<Row<CoverNeed>>()
  const [role, setRole] = useState(asked)
  const [people, setPeople] = useState<number | null>(1)
  const [text, setText] = useState('')
  const [from, setFrom] = useState(today)
  const plan = useMemo(() => {
    const hours = readWeek(text)
    if (!hours) return refused('The hours cannot be read.')
    const draft = { role, people: people ?? 0, zone, hours, from }
    return changing ? changeNeed(changing, draft, today) : addNeed(key, draft)
  }, [key, changing, role, people, text, zone, from, today])

  function change(row: Row<CoverNeed>) {
    setChanging(row)
    setKey(crypto.randomUUID())
    setRole(row.values.role ?? asked)
    setPeople(row.values.people ?? 1)
    setText(weekText(row.values))
    setFrom((row.values.from ?? '') > today ? (row.values.from ?? today) : today)
  }

  return (
    <ChangeDialog
      title="Needed cover"
      plan={plan}
      confirm={changing ? 'Change it' : 'Add it'}
      onClose={onClose}
    >
      {standing.length > 0 && (
        <ul className={styles.list} aria-label="Cover that is needed">
          {standing.map((row) => (
            <li key={row.key} className={styles.need}>
              <span>{needText(row)}</span>
              <Button tone="quiet" aria-pressed={row === changing} onClick={() => change(row)}>
                Change
              </Button>
              <IconButton
                icon="trash"
                label={`No longer needed: ${needText(row)}`}
                onClick={() => void act(endNeed(row, today))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pair}>
        <Select
          label="Role"
          options={shiftRoles.map((value) => ({ value, label: roleWords[value] }))}
          value={role}
          onChange={setRole}
        />
        <NumberField label="How many people" value={people} min={1} onCommit={setPeople} />
      </div>
      <TextField
        label="In these hours"
        placeholder="Always"
        hint="Such as Mon-Fri 8-18; empty for always. Where several are for one time, the greatest holds."
        value={text}
        onChange={setText}
        problem={readWeek(text) ? undefined : 'Such as Mon-Fri 8-18, Sat 9-13'}
      />
      <DateField label="From" value={from} onChange={setFrom} />
    </ChangeDialog>
  )
}

function needText({ values }: Row<CoverNeed>): string {
  const role = values.role ? roleWords[values.role] : 'A role'
  const until = values.to ? ` until ${formatDay(values.to)}` : ''
  return `${role}: ${values.people ?? 1}, ${weekText(values) || 'always'}${until}`
}
