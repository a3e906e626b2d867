import { channels, severities } from '@domain/model/issue'
import { instantAtWall, wallTime } from '@domain/time/wall'
import type { IssueRow } from '@domain/triage/as-of'
import { type EditableField, editField } from '@domain/triage/commands'
import { fieldLabel } from '@domain/triage/issue-fields'
import { channelWords, severityWords } from '@domain/triage/words'
import { DateField } from '../../../ui/date-field'
import { NumberField } from '../../../ui/number-field'
import { TextField } from '../../../ui/text-field'
import { useAct } from '../../../view-state/use-act'
import { useZone } from '../../../view-state/use-zone'
import { ChoiceField } from './choice-field'
import styles from './issue-detail.module.css'
import { PatchField } from './patch-field'

const lines = [
  'reporter',
  'reporterUnit',
  'component',
  'processArea',
  'shortKey',
  'externalSystem',
  'externalKey',
  'externalUrl',
] as const satisfies readonly EditableField[]

const times = [
  'raisedAt',
  'acknowledgedAt',
  'resolvedAt',
  'closedAt',
] as const satisfies readonly EditableField[]

/** Where the issue comes from and when things happened. */
export function Facts({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const zone = useZone()
  const { values } = row
  return (
    <section className={styles.pairs} aria-label="Facts">
      {lines.map((field) => (
        <TextField
          key={field}
          label={fieldLabel(field)}
          value={values[field] ?? ''}
          readOnly={readOnly}
          onCommit={(text) => void act(editField(row, field, text))}
        />
      ))}
      <PatchField row={row} readOnly={readOnly} />
      <ChoiceField
        label="Channel"
        choices={channels}
        text={(value) => channelWords[value]}
        value={values.channel ?? null}
        onChange={(value) => void (value && act(editField(row, 'channel', value)))}
        disabled={readOnly}
      />
      <ChoiceField
        label="Reported severity"
        choices={severities}
        text={(value) => severityWords[value]}
        value={values.reportedSeverity ?? null}
        onChange={(value) => void act(editField(row, 'reportedSeverity', value))}
        disabled={readOnly}
      />
      <NumberField
        label="Users affected"
        value={values.usersAffected ?? null}
        readOnly={readOnly}
        onCommit={(number) => void act(editField(row, 'usersAffected', number))}
      />
      <p className={styles.across}>Times in {zone}</p>
      {times.map((field) => {
        const instant = values[field] ?? null
        return (
          <DateField
            key={field}
            label={fieldLabel(field)}
            time
            value={instant === null ? '' : wallTime(instant, zone)}
            readOnly={readOnly}
            onCommit={(wall) => void act(editField(row, field, instantAtWall(wall, zone) ?? null))}
          />
        )
      })}
    </section>
  )
}
