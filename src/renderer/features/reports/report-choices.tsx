import { paperSizes } from '@contract/terms'
import type { Instant } from '@domain/model/value'
import { reportKinds } from '@domain/reporting/report-kind'
import { formatZone } from '@domain/time/format'
import { instantAtWall, wallTime } from '@domain/time/wall'
import { useWorkspace } from '../../storage/queries'
import type { ReportReader } from '../../storage/report-reader'
import { DateField } from '../../ui/date-field'
import { RadioGroup } from '../../ui/radio-group'
import { Select } from '../../ui/select'
import { now, useMinute } from '../../view-state/clock'
import { AudienceChoice } from './audience-choice'
import styles from './report-choices.module.css'

const dayLength = 24 * 60 * 60_000
const moments = [
  { value: 'now', label: 'Now' },
  { value: 'past', label: 'A past moment' },
] as const

const kindNames = { daily: 'Daily', weekly: 'Weekly', exit: 'Exit' } as const
const kinds = reportKinds.map((value) => ({ value, label: kindNames[value] }))

const paperNames = { a4: 'A4', letter: 'Letter' } as const
const papers = paperSizes.map((value) => ({ value, label: paperNames[value] }))

export interface ReportChoicesProps {
  readonly reader: ReportReader | undefined
  /** Undefined: now. */
  readonly asOf: Instant | undefined
  readonly onAsOf: (asOf: Instant | undefined) => void
  readonly zone: string
}

/** Which report it is, as of when it tells, and the paper it is for. */
export function ReportChoices({ reader, asOf, onAsOf, zone }: ReportChoicesProps) {
  const workspace = useWorkspace()
  const minute = useMinute()
  return (
    <div className={styles.choices}>
      <RadioGroup
        label="Report"
        options={kinds}
        value={workspace.settings.reportKind}
        onChange={(reportKind) => void workspace.saveSettings({ reportKind })}
      />
      <RadioGroup
        label="Data as of"
        options={moments}
        value={asOf === undefined ? 'now' : 'past'}
        onChange={(moment) => onAsOf(moment === 'now' ? undefined : now() - dayLength)}
      />
      {asOf !== undefined && (
        <DateField
          label="Day and time"
          time
          zone={formatZone(asOf, zone)}
          value={wallTime(asOf, zone)}
          max={wallTime(minute, zone)}
          onCommit={(wall) => {
            const chosen = instantAtWall(wall, zone)
            if (chosen !== undefined) onAsOf(chosen)
          }}
        />
      )}
      <Select
        label="Paper"
        className={styles.paper}
        options={papers}
        value={workspace.settings.paper}
        onChange={(paper) => void workspace.saveSettings({ paper })}
      />
      <AudienceChoice reader={reader} />
    </div>
  )
}
