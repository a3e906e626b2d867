import { formatDay } from '@domain/time/format'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { DateField } from '../../../ui/date-field'
import { IconButton } from '../../../ui/icon-button'
import { TextField } from '../../../ui/text-field'
import { hoursProblem, parseHours } from '../hours-text'
import styles from '../settings.module.css'
import { useEngagementEdit } from '../use-edit'

const prefix = 'extended:'

/** Days with hours of their own: a cutover Saturday, a late evening, a holiday on which somebody is there. */
export function ExtendedDays() {
  const { values, readOnly, set } = useEngagementEdit()
  const [day, setDay] = useState('')
  const [hours, setHours] = useState('')
  const [tried, setTried] = useState(false)
  const days = Object.entries(values)
    .filter(([field, value]) => field.startsWith(prefix) && value !== null)
    .map(([field, value]) => ({ day: field.slice(prefix.length), hours: String(value) }))
    .sort((a, b) => a.day.localeCompare(b.day))
  const problem = hours.trim() === '' ? 'Such as 8-18' : hoursProblem(hours)

  function write(day: string, hours: string | null) {
    set(`extended:${day}`, hours, `Hours on ${formatDay(day)}`, hours === '' ? 'closed' : undefined)
  }

  function add() {
    setTried(true)
    if (day === '' || problem) return
    write(day, parseHours(hours) ?? '')
    setDay('')
    setHours('')
    setTried(false)
  }

  return (
    <section className={styles.block} aria-labelledby="extended-days">
      <h3 id="extended-days" className={styles.blockTitle}>
        Days with hours of their own
      </h3>
      {days.length === 0 ? (
        <p className={styles.quiet}>
          None entered. They stand in place of the weekday’s hours, on a holiday too.
        </p>
      ) : (
        <table className={classNames(styles.table, styles.half)} aria-labelledby="extended-days">
          <tbody>
            {days.map((extended) => {
              const called = formatDay(extended.day)
              return (
                <tr key={extended.day}>
                  <th scope="row" className={styles.middle}>
                    {called}
                  </th>
                  <td>
                    <TextField
                      label={`Hours on ${called}`}
                      hideLabel
                      placeholder="Closed"
                      value={extended.hours}
                      readOnly={readOnly}
                      validate={hoursProblem}
                      onCommit={(text) => write(extended.day, parseHours(text) ?? '')}
                    />
                  </td>
                  <td className={styles.end}>
                    <IconButton
                      icon="trash"
                      label={`Remove the hours of ${called}`}
                      disabled={readOnly}
                      onClick={() => write(extended.day, null)}
                    />
                  </td>
                </tr>
              )
            })}
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
        <DateField label="Day with its own hours" value={day} onChange={setDay} />
        <TextField
          label="Hours"
          value={hours}
          onChange={setHours}
          placeholder="8-18"
          problem={tried ? problem : undefined}
        />
        <Button type="submit" icon="plus" disabled={readOnly || day === ''}>
          Add day
        </Button>
      </form>
    </section>
  )
}
