import { type Weekday, weekdays } from '@domain/model/engagement'
import { classNames } from '../../../ui/class-names'
import { TextField } from '../../../ui/text-field'
import { hoursProblem, parseHours } from '../hours-text'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'
import { ExtendedDays } from './extended-days'
import { Holidays } from './holidays'

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

export function HoursSection() {
  const { values, readOnly, set } = useEngagementEdit()
  return (
    <>
      <table className={classNames(styles.table, styles.half)} aria-label="Support hours">
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" className={styles.middle}>
                {weekdayNames[weekday]}
              </th>
              <td>
                <TextField
                  label={`Hours on ${weekdayNames[weekday]}`}
                  hideLabel
                  placeholder="Closed"
                  value={values[`hours.${weekday}`] ?? ''}
                  readOnly={readOnly}
                  validate={hoursProblem}
                  onCommit={(text) => {
                    const hours = parseHours(text) ?? ''
                    set(`hours.${weekday}`, hours, `Hours on ${weekdayNames[weekday]}`, hours)
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Holidays />
      <ExtendedDays />
    </>
  )
}
