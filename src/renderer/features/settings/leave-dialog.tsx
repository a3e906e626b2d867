import { leavesOf } from '@domain/ownership/leave'
import { formatDay } from '@domain/time/format'
import { type FormEvent, useState } from 'react'
import { useRow, useRows } from '../../storage/queries'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import styles from './settings.module.css'
import { useRowEdit } from './use-edit'

export interface LeaveDialogProps {
  /** Key of the person. */
  readonly person: string
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** Days on which somebody is not there: what they own is then listed as what nobody really has. */
export function LeaveDialog({ person, readOnly, onClose }: LeaveDialogProps) {
  const { set } = useRowEdit('leave')
  const name = useRow('person', person)?.values.name || person
  const rows = useRows('leave')
  const leaves = leavesOf(person, rows.values())
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const last = to || from
  const problem = from !== '' && last < from ? 'Before the first day' : undefined

  function add(event: FormEvent) {
    event.preventDefault()
    if (from === '' || problem) return
    set(`${name} on leave ${spanText(from, last)}`, crypto.randomUUID(), { person, from, to: last })
    setFrom('')
    setTo('')
  }

  return (
    <Dialog
      title={`Leave of ${name}`}
      width="wide"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className={styles.block}>
        {leaves.length === 0 ? (
          <p className={styles.quiet}>No leave entered. Open issues of somebody on leave count as orphans.</p>
        ) : (
          <table className={styles.table} aria-label="Leave">
            <tbody>
              {leaves.map(({ key, values }) => {
                const span = spanText(values.from ?? '', values.to ?? '')
                return (
                  <tr key={key}>
                    <td>{span}</td>
                    <td className={styles.end}>
                      <IconButton
                        icon="trash"
                        label={`Remove ${span}`}
                        disabled={readOnly}
                        onClick={() => set(`${name} not on leave ${span}`, key, { removed: true })}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
        <form className={styles.line} onSubmit={add}>
          <DateField label="First day" value={from} onChange={setFrom} />
          <DateField label="Last day" value={to} problem={problem} onChange={setTo} />
          <Button type="submit" icon="plus" disabled={readOnly || from === '' || problem !== undefined}>
            Add leave
          </Button>
        </form>
      </div>
    </Dialog>
  )
}

const spanText = (from: string, to: string) =>
  from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
