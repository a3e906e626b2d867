import { addDays, daysBetween } from '@domain/time/day'
import { instantAtWall } from '@domain/time/wall'
import { dayOf } from '@domain/time/zone'
import { useMemo, useState } from 'react'
import { useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { DateField } from '../../ui/date-field'
import { TextField } from '../../ui/text-field'
import { now } from '../../view-state/clock'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { zoneNames } from '../../view-state/zones'
import styles from './new-engagement-form.module.css'

/** Hypercare is often planned for two weeks and lasts six; four is where most plans end up. */
const usualDays = 28

export interface NewEngagementFormProps {
  readonly onCancel: () => void
}

/** The few things an engagement cannot do without; everything else starts from what is usual. */
export function NewEngagementForm({ onCancel }: NewEngagementFormProps) {
  const workspace = useWorkspace()
  const door = useEngagementDoor()
  const laptopZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = dayOf(now(), laptopZone)
  const [client, setClient] = useState('')
  const [system, setSystem] = useState('')
  const [ownName, setOwnName] = useState<string | undefined>(undefined)
  const [goLive, setGoLive] = useState(`${today}T08:00`)
  const [ownEnd, setOwnEnd] = useState<string | undefined>(undefined)
  const [zone, setZone] = useState(laptopZone)
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const zones = useMemo(() => zoneNames(laptopZone).map((key) => ({ key, label: key })), [laptopZone])

  const name = ownName ?? [client, system].filter(Boolean).join(' ')
  const goLiveDay = goLive.slice(0, 10)
  const end = ownEnd ?? (goLiveDay ? addDays(goLiveDay, usualDays - 1) : '')
  const length = goLiveDay && end ? daysBetween(goLiveDay, end) + 1 : undefined
  const goLiveAt = instantAtWall(goLive, zone)
  const problems = {
    name: name.trim() === '' ? 'Say the client or the system, or a name of your own' : undefined,
    goLive: goLiveAt === undefined ? 'A day and a time' : undefined,
    end: length === undefined ? 'A day' : length < 1 ? 'The end comes after the go-live' : undefined,
  }

  async function create() {
    setTried(true)
    if (goLiveAt === undefined || problems.name || problems.end) return
    setPending(true)
    const id = await workspace.createEngagement({
      name: name.trim(),
      client: client.trim(),
      system: system.trim(),
      zone,
      goLiveAt,
      plannedEndOn: end,
    })
    door.open(id)
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <TextField
        label="Client"
        value={client}
        onChange={setClient}
        autoFocus
        placeholder="For example Northwind Logistics"
      />
      <TextField
        label="System going live"
        value={system}
        onChange={setSystem}
        placeholder="For example S/4HANA finance"
      />
      <TextField
        label="Name of the engagement"
        className={styles.across}
        value={name}
        onChange={setOwnName}
        problem={tried ? problems.name : undefined}
      />
      <DateField
        label="Go-live"
        time
        zone={zone}
        value={goLive}
        onChange={setGoLive}
        problem={tried ? problems.goLive : undefined}
      />
      <DateField
        label="Planned end of hypercare"
        value={end}
        min={goLiveDay || undefined}
        onChange={setOwnEnd}
        problem={tried ? problems.end : undefined}
        hint={length !== undefined && length > 0 ? `${length} days, as in the statement of work` : undefined}
      />
      <ComboBox
        label="Time zone"
        choices={zones}
        value={zone}
        onChange={(chosen) => chosen && setZone(chosen)}
        hint="Every date is shown in this zone"
      />
      <p className={styles.more}>
        Severities, targets and support hours start from what is usual. Settings has them all.
      </p>
      <div className={styles.actions}>
        <Button onClick={onCancel}>Back</Button>
        <Button tone="primary" type="submit" pending={pending}>
          Start the engagement
        </Button>
      </div>
    </form>
  )
}
