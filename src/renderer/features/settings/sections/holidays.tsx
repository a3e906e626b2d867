import { formatDay } from '@domain/time/format'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { DateField } from '../../../ui/date-field'
import { IconButton } from '../../../ui/icon-button'
import { TextField } from '../../../ui/text-field'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

const prefix = 'holiday:'

/** Days on which support is closed. */
export function Holidays() {
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
