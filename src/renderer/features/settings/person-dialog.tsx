import type { Row } from '@domain/merge/row'
import type { Person } from '@domain/model/entities'
import { owningTeams } from '@domain/model/issue'
import { personKeyFromName, personRoles } from '@domain/model/person'
import { roleWords } from '@domain/ownership/role-words'
import { teamWords } from '@domain/triage/words'
import { useId, useState } from 'react'
import { useRows } from '../../storage/queries'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { type Option, Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { useWrite } from '../../view-state/use-write'
import styles from './settings.module.css'

const nobodysChoice: Option<''> = { value: '', label: 'Not said' }
const roles = [nobodysChoice, ...personRoles.map((value) => ({ value, label: roleWords[value] }))]
const sides = [nobodysChoice, ...owningTeams.map((value) => ({ value, label: teamWords[value] }))]

/** Adds a person or changes one: what differs is written at once, as one change. */
export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: Row<Person> | undefined
  readonly onClose: () => void
}) {
  const write = useWrite()
  const people = useRows('person')
  const teams = [...useRows('team').values()].filter(({ values }) => !values.removed)
  const formId = useId()
  const before = person?.values ?? {}
  const [name, setName] = useState(before.name ?? '')
  const [email, setEmail] = useState(before.email ?? '')
  const [sourceName, setSourceName] = useState(before.sourceName ?? '')
  const [role, setRole] = useState<NonNullable<Person['role']> | ''>(before.role ?? '')
  const [side, setSide] = useState<NonNullable<Person['side']> | ''>(before.side ?? '')
  const [group, setGroup] = useState(before.group ?? '')
  const [leftOn, setLeftOn] = useState(before.leftOn ?? '')
  const [tried, setTried] = useState(false)

  const key = person?.key ?? personKeyFromName(name)
  const taken =
    person === undefined &&
    [...people.values()].some(
      (other) =>
        !other.values.removed && (other.key === key || personKeyFromName(other.values.name ?? '') === key),
    )
  const problem = name.trim() === '' ? 'A name' : taken ? 'There is a person of this name already' : undefined

  async function save() {
    setTried(true)
    if (problem) return
    const after: Person = {
      name: name.trim(),
      email: email.trim() || null,
      sourceName: sourceName.trim() || null,
      role: role || null,
      side: side || null,
      group: group || null,
      leftOn: leftOn || null,
      removed: false,
    }
    const stored = people.get(key)?.values ?? {}
    const changed = Object.entries(after).filter(
      ([field, value]) => (stored[field as keyof Person] ?? null) !== value,
    )
    if (changed.length > 0) {
      const label = person ? `${after.name} changed` : `${after.name} added`
      const change = await write(label, [{ entity: 'person', key, fields: Object.fromEntries(changed) }])
      if (!change) return
    }
    onClose()
  }

  return (
    <Dialog
      title={person ? `Edit ${before.name ?? 'person'}` : 'Add person'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId}>
            {person ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Name"
          className={styles.across}
          value={name}
          onChange={setName}
          autoFocus
          problem={tried ? problem : undefined}
        />
        <Select label="Role" options={roles} value={role} onChange={setRole} />
        <Select label="Side" options={sides} value={side} onChange={setSide} />
        <Select
          label="Team"
          options={[
            nobodysChoice,
            ...teams.map((team) => ({ value: team.key, label: team.values.name ?? team.key })),
          ]}
          value={group}
          onChange={setGroup}
        />
        <TextField label="Mail" type="email" value={email} onChange={setEmail} />
        <TextField
          label="Name in the tracker"
          value={sourceName}
          onChange={setSourceName}
          hint="Where it differs"
        />
        <DateField label="Left on" value={leftOn} onChange={setLeftOn} />
      </form>
    </Dialog>
  )
}
