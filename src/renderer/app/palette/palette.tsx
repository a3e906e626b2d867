import { useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useSession, useWorkspace } from '../../storage/queries'
import { Dialog } from '../../ui/dialog'
import { SearchField } from '../../ui/search-field'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { Line } from './line'
import styles from './palette.module.css'
import { commandSource, engagementSource, screenSource } from './sources'
import { useIssueSource } from './use-issue-source'
import { usePersonSource } from './use-person-source'

const mostOfAGroup = 8

/** Finds any issue, person, screen, command or engagement by typing. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const [, navigate] = useLocation()
  const { engagements } = useWorkspace()
  const door = useEngagementDoor()
  const { id } = useSession()
  const issues = useIssueSource(navigate)
  const people = usePersonSource(navigate)
  const sources = useMemo(
    () => [
      issues,
      people,
      screenSource(navigate),
      commandSource(navigate),
      engagementSource(engagements, id, door.open),
    ],
    [issues, people, navigate, engagements, id, door],
  )
  const listId = useId()
  const groups = sources
    .map(({ group, find }) => ({ group, items: find(query.trim()).slice(0, mostOfAGroup) }))
    .filter(({ items }) => items.length > 0)
  const lines = groups.flatMap(({ group, items }) =>
    items.map((item) => ({ key: `${group}/${item.id}`, item })),
  )
  const current = lines[Math.min(place, lines.length - 1)]

  function choose(run: () => void) {
    onClose()
    run()
  }

  return (
    <Dialog title="Find" onClose={onClose} width="wide" bare>
      <div className={styles.palette}>
        <SearchField
          label="Find an issue, person, screen or command"
          placeholder="Issue, person, screen, command or engagement"
          autoFocus
          value={query}
          listId={listId}
          currentId={current && `${listId}-${current.key}`}
          onChange={(text) => {
            setQuery(text)
            setPlace(0)
          }}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
            if (step && lines.length > 0) {
              event.preventDefault()
              setPlace((Math.min(place, lines.length - 1) + step + lines.length) % lines.length)
            }
            if (event.key === 'Enter' && current) choose(current.item.run)
          }}
        />
        <div id={listId} role="listbox" aria-label="Found" tabIndex={-1} className={styles.list}>
          {groups.map(({ group, items }) => (
            // biome-ignore lint/a11y/useSemanticElements: options of a list stand in groups, not fieldsets
            <div key={group} role="group" aria-label={group}>
              <div className={styles.group} aria-hidden="true">
                {group}
              </div>
              {items.map((item) => {
                const key = `${group}/${item.id}`
                return (
                  <Line
                    key={key}
                    id={`${listId}-${key}`}
                    item={item}
                    selected={current?.key === key}
                    onChoose={() => choose(item.run)}
                  />
                )
              })}
            </div>
          ))}
          {lines.length === 0 && <p className={styles.nothing}>Nothing found. Try fewer letters.</p>}
        </div>
      </div>
    </Dialog>
  )
}
