import { type Weekday, weekdays } from '@domain/model/engagement'
import { formatDay } from '@domain/time/format'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { DateField } from '../../../ui/date-field'
import { IconButton } from '../../../ui/icon-button'
import { TextField } from '../../../ui/text-field'
import { parseHours } from '../hours-text'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

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
                  validate={(text) =>
                    parseHours(text) === undefined ? 'Such as 8-18, or 8-12 13-17, earliest first' : undefined
                  }
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
    </>
  )
}

const prefix = 'holiday:'

function Holidays() {
  const { values, readOnly, set } = useEngagementEdit()
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const holidays = Object.entries(values)
    .filter(([field, value]) => field.startsWith(prefix) && value !== null)
    .map(([field, value]) => ({ day: field.slice(prefix.length), name: String(value) }))
    .sort((a, b) => a.day.localeCompare(b.day))

  function add() {
    if (day === '') return
    set(`holiday:${day}`, name.trim() || 'Holiday', `Holiday on ${formatDay(day)}`)
    setDay('')
    setName('')
  }

  return (
    <section className={styles.block} aria-labelledby="holidays">
      <h3 id="holidays" className={styles.blockTitle}>
        Holidays
      </h3>
      {holidays.length === 0 ? (
        <p className={styles.quiet}>No holidays entered. Support hours are closed on a holiday.</p>
      ) : (
        <table className={classNames(styles.table, styles.half)} aria-label="Holidays">
          <tbody>
            {holidays.map((holiday) => (
              <tr key={holiday.day}>
                <td className={styles.middle}>{formatDay(holiday.day)}</td>
                <td>{holiday.name}</td>
                <td className={styles.end}>
                  <IconButton
                    icon="trash"
                    label={`Remove ${holiday.name}`}
                    disabled={readOnly}
                    onClick={() =>
                      set(`holiday:${holiday.day}`, null, `Holiday on ${formatDay(holiday.day)}`)
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <DateField label="Day" value={day} onChange={setDay} />
        <TextField label="Name" value={name} onChange={setName} placeholder="Holiday" />
        <Button type="submit" icon="plus" disabled={readOnly || day === ''}>
          Add holiday
        </Button>
      </form>
    </section>
  )
}
