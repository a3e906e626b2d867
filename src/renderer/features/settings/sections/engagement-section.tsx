import { formatDay, formatInstant } from '@domain/time/format'
import { instantAtWall, wallTime } from '@domain/time/wall'
import { isZone, usableZone } from '@domain/time/zone'
import { useMemo } from 'react'
import { ComboBox } from '../../../ui/combo-box'
import { DateField } from '../../../ui/date-field'
import { TextArea } from '../../../ui/text-area'
import { TextField } from '../../../ui/text-field'
import { zoneNames } from '../../../view-state/zones'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

export function EngagementSection() {
  const { values, readOnly, set } = useEngagementEdit()
  const zone = usableZone(values.zone)
  const zones = useMemo(() => zoneNames(zone).map((key) => ({ key, label: key })), [zone])
  return (
    <div className={styles.fields}>
      <TextField
        label="Name"
        className={styles.across}
        value={values.name ?? ''}
        readOnly={readOnly}
        onCommit={(text) => set('name', text.trim(), 'Name of the engagement')}
        validate={(text) => (text.trim() === '' ? 'An engagement needs a name' : undefined)}
      />
      <TextField
        label="Client"
        value={values.client ?? ''}
        readOnly={readOnly}
        onCommit={(text) => set('client', text.trim(), 'Client')}
      />
      <TextField
        label="System"
        value={values.system ?? ''}
        readOnly={readOnly}
        onCommit={(text) => set('system', text.trim(), 'System')}
      />
      <TextField
        label="Sponsor"
        value={values.sponsor ?? ''}
        readOnly={readOnly}
        onCommit={(text) => set('sponsor', text.trim(), 'Sponsor')}
        hint="Named on the sponsor pack"
      />
      <ComboBox
        label="Time zone"
        choices={zones}
        value={zone}
        disabled={readOnly}
        onChange={(chosen) => chosen && chosen !== zone && isZone(chosen) && set('zone', chosen, 'Time zone')}
        hint="Every date is shown in this zone"
      />
      <DateField
        label="Go-live"
        time
        zone={zone}
        value={values.goLiveAt == null ? '' : wallTime(values.goLiveAt, zone)}
        readOnly={readOnly}
        onCommit={(wall) => {
          const instant = instantAtWall(wall, zone)
          set(
            'goLiveAt',
            instant ?? null,
            'Go-live',
            instant === undefined ? '' : formatInstant(instant, zone),
          )
        }}
      />
      <DateField
        label="Planned end"
        value={values.plannedEndOn ?? ''}
        readOnly={readOnly}
        onCommit={(day) => set('plannedEndOn', day || null, 'Planned end', day && formatDay(day))}
        hint="From the statement of work"
      />
      <TextArea
        label="Note"
        className={styles.across}
        value={values.note ?? ''}
        readOnly={readOnly}
        onCommit={(text) => set('note', text, 'Note', text === '' ? '' : 'a new text')}
        hint="Scope, agreements, where to find things"
      />
    </div>
  )
}
