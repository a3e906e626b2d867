import { severities } from '@domain/model/issue'
import { classNames } from '../../../ui/class-names'
import { Mark } from '../../../ui/mark'
import { Select } from '../../../ui/select'
import { TextField } from '../../../ui/text-field'
import { durationText, parseDuration } from '../duration-text'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'
import { Pauses } from './pauses'

const severityMark = {
  1: { tone: 'level-1', shape: 'triangle' },
  2: { tone: 'level-2', shape: 'diamond' },
  3: { tone: 'level-3', shape: 'dot' },
} as const

const targets = [
  { field: 'acknowledgeMinutes', title: 'Acknowledge within' },
  { field: 'updateMinutes', title: 'Update every' },
  { field: 'resolveMinutes', title: 'Resolve within' },
] as const

const calendars = [
  { value: 'always', label: '24 × 7' },
  { value: 'support', label: 'Support hours' },
] as const

export function SeveritySection() {
  const { values, readOnly, set } = useEngagementEdit()
  return (
    <div className={styles.block}>
      <table className={classNames(styles.table, styles.fitting)}>
        <thead>
          <tr>
            <th className={styles.few}>Severity</th>
            <th>Name</th>
            {targets.map(({ field, title }) => (
              <th key={field}>{title}</th>
            ))}
            <th>Counted on</th>
          </tr>
        </thead>
        <tbody>
          {severities.map((severity) => (
            <tr key={severity}>
              <td>
                <Mark {...severityMark[severity]} label={String(severity)} />
              </td>
              <td className={styles.middle}>
                <TextField
                  label={`Name of severity ${severity}`}
                  hideLabel
                  value={values[`severity.${severity}.name`] ?? ''}
                  readOnly={readOnly}
                  onCommit={(text) =>
                    set(`severity.${severity}.name`, text.trim(), `Name of severity ${severity}`)
                  }
                />
              </td>
              {targets.map(({ field, title }) => (
                <td key={field} className={styles.short}>
                  <TextField
                    label={`${title}, severity ${severity}`}
                    hideLabel
                    value={durationText(values[`severity.${severity}.${field}`])}
                    placeholder="No target"
                    readOnly={readOnly}
                    validate={(text) =>
                      parseDuration(text) === undefined ? 'Such as 15 min or 4 h' : undefined
                    }
                    onCommit={(text) => {
                      const minutes = parseDuration(text) ?? null
                      set(
                        `severity.${severity}.${field}`,
                        minutes,
                        `Severity ${severity}, ${title.toLowerCase()},`,
                        durationText(minutes),
                      )
                    }}
                  />
                </td>
              ))}
              <td className={styles.middle}>
                <Select
                  label={`Counted on, severity ${severity}`}
                  hideLabel
                  options={calendars}
                  value={values[`severity.${severity}.calendar`] ?? 'always'}
                  disabled={readOnly}
                  onChange={(calendar) =>
                    set(
                      `severity.${severity}.calendar`,
                      calendar,
                      `Severity ${severity}, counted on,`,
                      calendars.find(({ value }) => value === calendar)?.label,
                    )
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        Hours and minutes, such as 15 min, 4 h or 1 h 30 min. An empty field sets no target. A changed
        severity re-bases its targets on the time the issue was raised.
      </p>
      <Pauses />
    </div>
  )
}
