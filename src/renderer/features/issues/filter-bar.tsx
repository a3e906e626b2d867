import { setColumn, tagsColumn } from '@domain/triage/issue-query'
import { type Ref, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { Menu, type MenuItem, type MenuSection } from '../../ui/menu'
import { SearchField } from '../../ui/search-field'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import styles from './filter-bar.module.css'
import { FilterMenu } from './filter-menu'
import { NamedChip } from './named-chip'
import { useIssueList, useIssueView } from './use-issue-view'
import { columnLabel } from './value-text'

/** Filters that always have their place in the bar; others join by the menu. */
const standing = ['status', 'severity', 'class', 'owner', 'component', tagsColumn] as const
const others = [
  'team',
  'origin',
  'processArea',
  'channel',
  'raisedAt',
  'title',
  'reporter',
  'reporterUnit',
  'holdReason',
  'rescue',
  'nextUpdateDue',
  'usersAffected',
  'externalSystem',
  'conflict',
] as const

const longestName = 60

export interface FilterBarProps {
  readonly searchRef: Ref<HTMLInputElement>
  /** The person is done searching and wants to go down the list. */
  readonly onLeaveSearch: () => void
}

export function FilterBar({ searchRef, onLeaveSearch }: FilterBarProps) {
  const query = useIssueList((state) => state.query)
  const { search, filter: setFilter, clearFilters } = useIssueList((state) => state)
  const { view } = useIssueView()
  const [joined, setJoined] = useState<readonly string[]>([])

  const filtered = query.filters.map(({ column }) => column).filter((column) => column !== setColumn)
  const named = useIssueList((state) => state.named)
  const isNamed = query.filters.some(({ column }) => column === setColumn)
  const shown = [...new Set<string>([...standing, ...joined, ...filtered])]
  const itemOf = (id: string): MenuItem => ({
    id,
    label: columnLabel(id).slice(0, longestName),
    run: () => setJoined((before) => [...before, id]),
  })
  const more: MenuSection[] = [
    { items: others.filter((id) => !shown.includes(id)).map(itemOf) },
    {
      title: 'Imported columns',
      items: view.finder.importedColumns.filter((id) => !shown.includes(id)).map(itemOf),
    },
  ].filter(({ items }) => items.length > 0)
  const bar = useRef<HTMLElement>(null)
  function clear(how: () => void) {
    how()
    // The button goes with what it has cleared.
    bar.current?.querySelector('input')?.focus()
  }
  const isNarrowed = query.search !== '' || query.filters.length > 0
  return (
    <search ref={bar} className={styles.bar}>
      <div className={styles.search}>
        <SearchField
          ref={searchRef}
          label="Search issues"
          placeholder="Key, words, people, tags"
          value={query.search}
          onChange={search}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            onLeaveSearch()
          }}
        />
      </div>
      {named && isNamed && (
        <NamedChip named={named} onRemove={() => clear(() => setFilter(setColumn, undefined))} />
      )}
      {shown.map((column) => (
        <FilterMenu
          key={column}
          column={column}
          opensAtOnce={column === joined.at(-1)}
          filter={query.filters.find((filter) => filter.column === column)}
        />
      ))}
      {more.length > 0 && (
        <Menu
          label="More filters"
          trigger={(trigger) => (
            <Button {...trigger} tone="quiet" icon="plus">
              Filter
            </Button>
          )}
          sections={more}
        />
      )}
      {!isNamed && (
        <Button
          tone="quiet"
          data-tooltip={shortcuts.mentionsMe.title}
          data-tooltip-keys={shortcuts.mentionsMe.keys}
          onClick={() => runShortcut('mentionsMe')}
        >
          Mentions me
        </Button>
      )}
      {isNarrowed && (
        <Button tone="quiet" onClick={() => clear(clearFilters)}>
          Clear all
        </Button>
      )}
    </search>
  )
}
