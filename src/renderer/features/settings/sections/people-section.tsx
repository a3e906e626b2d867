import type { Row } from '@domain/merge/row'
import type { Person } from '@domain/model/entities'
import { leavesOf } from '@domain/ownership/leave'
import { roleWords } from '@domain/ownership/role-words'
import { formatShortDay } from '@domain/time/format'
import { teamWords } from '@domain/triage/words'
import { useState } from 'react'
import { useRows } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { EmptyState } from '../../../ui/empty-state'
import { IconButton } from '../../../ui/icon-button'
import { Menu } from '../../../ui/menu'
import { SearchField } from '../../../ui/search-field'
import { VisuallyHidden } from '../../../ui/visually-hidden'
import { LeaveDialog } from '../leave-dialog'
import { PersonDialog } from '../person-dialog'
import styles from '../settings.module.css'
import { useRowEdit } from '../use-edit'
import { useToday } from '../use-today'

/** More rows than anyone reads; the search narrows them. */
const mostShown = 200

export function PeopleSection() {
  const { readOnly, set } = useRowEdit('person')
  const today = useToday()
  const teams = useRows('team')
  const people = useRows('person')
  const [query, setQuery] = useState('')
  const absence = useAbsenceText()
  const [leaving, setLeaving] = useState<string | undefined>(undefined)
  const [edited, setEdited] = useState<Row<Person> | 'new' | undefined>(undefined)
  const known = [...people.values()]
    .filter(({ values }) => !values.removed)
    .sort((a, b) => (a.values.name ?? '').localeCompare(b.values.name ?? ''))
  const wanted = query.trim().toLocaleLowerCase('en')
  const found = known.filter(({ values }) =>
    `${values.name ?? ''} ${values.email ?? ''}`.toLocaleLowerCase('en').includes(wanted),
  )

  return (
    <div className={styles.block}>
      {known.length === 0 ? (
        <EmptyState
          title="Nobody here yet"
          actions={
            <Button tone="primary" icon="plus" disabled={readOnly} onClick={() => setEdited('new')}>
              Add person
            </Button>
          }
        >
          Add the people who own issues. An import adds those it meets.
        </EmptyState>
      ) : (
        <>
          <div className={styles.line}>
            <SearchField
              label="Find a person"
              placeholder={`Find among ${known.length}`}
              value={query}
              onChange={setQuery}
            />
            <Button icon="plus" disabled={readOnly} onClick={() => setEdited('new')}>
              Add person
            </Button>
          </div>
          <table className={classNames(styles.table, styles.listing)}>
            <thead>
              <tr>
                <th>Name</th>
                <th>Role</th>
                <th>Side</th>
                <th>Team</th>
                <th>Mail</th>
                <th>
                  <VisuallyHidden>More</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, mostShown).map((person) => {
                const { name, email, role, side, group, leftOn } = person.values
                const called = name || 'Unnamed'
                return (
                  <tr key={person.key}>
                    <td>
                      {called} <span className={styles.quiet}>{absence(person)}</span>
                    </td>
                    <td>{role && roleWords[role]}</td>
                    <td>{side && teamWords[side]}</td>
                    <td>{group && teams.get(group)?.values.name}</td>
                    <td className={styles.quiet} title={email ?? undefined}>
                      {email}
                    </td>
                    <td className={styles.end}>
                      <Menu
                        label={`More about ${called}`}
                        trigger={(attributes) => (
                          <IconButton
                            {...attributes}
                            icon="more"
                            label={`More about ${called}`}
                            disabled={readOnly}
                          />
                        )}
                        sections={[
                          {
                            items: [
                              { id: 'edit', label: 'Edit…', icon: 'edit', run: () => setEdited(person) },
                              {
                                id: 'leave',
                                label: 'Leave…',
                                icon: 'calendar',
                                run: () => setLeaving(person.key),
                              },
                              leftOn
                                ? {
                                    id: 'back',
                                    label: 'Is back',
                                    icon: 'person',
                                    run: () => set(`${called} is back`, person.key, { leftOn: null }),
                                  }
                                : {
                                    id: 'left',
                                    label: 'Left today',
                                    icon: 'calendar',
                                    run: () => set(`${called} left`, person.key, { leftOn: today }),
                                  },
                            ],
                          },
                          {
                            items: [
                              {
                                id: 'remove',
                                label: 'Remove',
                                icon: 'trash',
                                tone: 'danger',
                                run: () => set(`${called} removed`, person.key, { removed: true }),
                              },
                            ],
                          },
                        ]}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          {found.length === 0 && <p className={styles.quiet}>Nobody by that name.</p>}
          {found.length > mostShown && (
            <p className={styles.note}>
              The first {mostShown} of {found.length}. Type a name to narrow them.
            </p>
          )}
        </>
      )}
      {leaving !== undefined && (
        <LeaveDialog person={leaving} readOnly={readOnly} onClose={() => setLeaving(undefined)} />
      )}
      {edited && (
        <PersonDialog person={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  )
}

/** “left 23 Nov”, “on leave until 27 Nov”, or nothing. */
function useAbsenceText(): (person: Row<Person>) => string | undefined {
  const today = useToday()
  const leaves = useRows('leave')
  return ({ key, values: { leftOn } }) => {
    if (leftOn) return `left ${formatShortDay(leftOn)}`
    const now = leavesOf(key, leaves.values()).find(
      ({ values: { from, to } }) => from != null && from <= today && to != null && today <= to,
    )
    return now?.values.to ? `on leave until ${formatShortDay(now.values.to)}` : undefined
  }
}
