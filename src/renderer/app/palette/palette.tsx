import { useId, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { useSession, useWorkspace } from '../../storage/queries'
import { Dialog } from '../../ui/dialog'
import { SearchField } from '../../ui/search-field'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { stillReading, useSearchIsReady } from '../../view-state/find-issues'
import type { PaletteItem, PaletteSource } from '../../view-state/palette'
import { useUndo } from '../use-undo'
import { Line } from './line'
import { distance } from './match'
import styles from './palette.module.css'
import { hereSource } from './shortcut-sources'
import { commandSource, engagementSource, screenSource, settingsSource } from './sources'
import { useIssueSource } from './use-issue-source'
import { usePatchSource } from './use-patch-source'
import { usePersonSource } from './use-person-source'
import { useViewSource } from './use-view-source'

const mostOfAGroup = 8

interface Group {
  readonly group: string
  readonly items: readonly PaletteItem[]
}

/** What the sources find, the group with the nearest line first; all there is to do while nothing is typed. */
function found(sources: readonly PaletteSource[], query: string): readonly Group[] {
  const groups = sources
    .map(({ group, find }) => ({ group, items: find(query) }))
    .filter(({ items }) => items.length > 0)
  if (query === '') return groups
  const nearest = ({ items }: Group) => Math.min(...items.map((item) => distance(query, item)))
  return groups
    .map(({ group, items }) => ({
      group,
      items: items.toSorted((a, b) => distance(query, a) - distance(query, b)).slice(0, mostOfAGroup),
    }))
    .sort((a, b) => nearest(a) - nearest(b))
}

/** Finds any issue, person, screen, command or engagement by typing, and does it. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const [, navigate] = useLocation()
  const workspace = useWorkspace()
  const { engagements, settings } = workspace
  const { undoable, redoable } = useUndo()
  const door = useEngagementDoor()
  const { id } = useSession()
  const issues = useIssueSource(navigate)
  const people = usePersonSource(navigate)
  const patches = usePatchSource(navigate)
  const views = useViewSource(navigate)
  const sources = useMemo(
    () => [
      issues,
      people,
      patches,
      hereSource,
      commandSource({
        navigate,
        changes: { undoable, redoable },
        looks: settings,
        saveLooks: (changed) => void workspace.saveSettings(changed),
      }),
      screenSource(navigate),
      views,
      settingsSource(navigate),
      engagementSource(engagements, id, door.open),
    ],
    [
      issues,
      people,
      patches,
      views,
      navigate,
      undoable,
      redoable,
      workspace,
      settings,
      engagements,
      id,
      door,
    ],
  )
  const searchIsReady = useSearchIsReady()
  const listId = useId()
  const groups = useMemo(() => found(sources, query.trim()), [sources, query])
  const lines = groups.flatMap(({ group, items }) =>
    items.map((item) => ({ key: `${group}/${item.id}`, item })),
  )
  const current = lines[Math.min(place, lines.length - 1)]

  function choose(run: () => void) {
    // The focus goes back to where it was before what is chosen takes it elsewhere.
    flushSync(onClose)
    run()
  }

  return (
    <Dialog title="Find" onClose={onClose} width="wide" bare>
      <div className={styles.palette}>
        <SearchField
          label="Find an issue, person, screen or command"
          placeholder="Issue, person, view, command or place"
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
          {lines.length === 0 && (
            <p className={styles.nothing}>
              {searchIsReady ? 'Nothing found. Try fewer letters.' : stillReading}
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}
