import { owningTeams } from '@domain/model/issue'
import { teamWords } from '@domain/triage/words'
import { useState } from 'react'
import { useRows } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { IconButton } from '../../../ui/icon-button'
import { Select } from '../../../ui/select'
import { TextField } from '../../../ui/text-field'
import { VisuallyHidden } from '../../../ui/visually-hidden'
import styles from '../settings.module.css'
import { editLabel, useRowEdit } from '../use-edit'

const sides = owningTeams.map((value) => ({ value, label: teamWords[value] }))

export function TeamsSection() {
  const { readOnly, set } = useRowEdit('team')
  const [name, setName] = useState('')
  const people = [...useRows('person').values()].filter(({ values }) => !values.removed && !values.leftOn)
  const teams = [...useRows('team').values()]
    .filter(({ values }) => !values.removed)
    .sort((a, b) => (a.values.name ?? '').localeCompare(b.values.name ?? ''))

  return (
    <div className={styles.block}>
      {teams.length > 0 && (
        <table className={classNames(styles.table, styles.most)}>
          <thead>
            <tr>
              <th>Team</th>
              <th>Side</th>
              <th>People</th>
              <th>
                <VisuallyHidden>Remove</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map(({ key, values }) => (
              <tr key={key}>
                <td>
                  <TextField
                    label={`Name of ${values.name ?? 'team'}`}
                    hideLabel
                    value={values.name ?? ''}
                    readOnly={readOnly}
                    validate={(text) => (text.trim() === '' ? 'A team needs a name' : undefined)}
                    onCommit={(text) =>
                      set(editLabel(`Name of team ${values.name ?? ''}`, text.trim()), key, {
                        name: text.trim(),
                      })
                    }
                  />
                </td>
                <td className={styles.middle}>
                  <Select
                    label={`Side of ${values.name ?? 'team'}`}
                    hideLabel
                    options={sides}
                    value={values.side ?? 'project'}
                    disabled={readOnly}
                    onChange={(side) =>
                      set(editLabel(`Side of team ${values.name ?? ''}`, teamWords[side]), key, { side })
                    }
                  />
                </td>
                <td>{people.filter((person) => person.values.group === key).length}</td>
                <td className={styles.end}>
                  <IconButton
                    icon="trash"
                    label={`Remove ${values.name ?? 'team'}`}
                    disabled={readOnly}
                    onClick={() => set(`Team ${values.name ?? ''} removed`, key, { removed: true })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {teams.length === 0 && <p className={styles.quiet}>No teams yet. People need none to own issues.</p>}
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault()
          set(`Team ${name.trim()} added`, crypto.randomUUID(), { name: name.trim(), side: 'project' })
          setName('')
        }}
      >
        <TextField label="New team" value={name} onChange={setName} />
        <Button type="submit" icon="plus" disabled={readOnly || name.trim() === ''}>
          Add team
        </Button>
      </form>
    </div>
  )
}
