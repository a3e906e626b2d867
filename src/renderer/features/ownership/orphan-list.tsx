import { orphanWords } from '@domain/ownership/orphan-words'
import type { OrphanGroup, OwnershipBoard } from '@domain/ownership/ownership-board'
import type { IssueRow } from '@domain/triage/as-of'
import { assign } from '@domain/triage/commands'
import { calledKey } from '@domain/triage/list-columns'
import { type KeyboardEvent, useId, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { useAct } from '../../view-state/use-act'
import styles from './ownership.module.css'
import type { Desk } from './use-desks'

const mostShown = 50

export interface OrphanListProps {
  readonly board: OwnershipBoard
  readonly takers: readonly Desk[]
  readonly onOpen: (key: string) => void
  readonly onShowAll: (group: OrphanGroup) => void
}

/** Issues that nobody really has. While the list has the focus its active line answers to the keys. */
export function OrphanList({ board, takers, onOpen, onShowAll }: OrphanListProps) {
  const act = useAct()
  const { access } = useSession()
  const id = useId()
  const [active, setActive] = useState(0)
  const shown = board.orphans.flatMap(({ issues }) => issues.slice(0, mostShown))
  const place = Math.min(active, shown.length - 1)
  // No space in an id: what refers to it takes a space for the end of one.
  const lineId = (row: IssueRow) => `${id}-${encodeURIComponent(row.key)}`

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = shown[place]
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      j: place + 1,
      ArrowUp: place - 1,
      k: place - 1,
      Home: 0,
      End: shown.length - 1,
    }
    const next = moves[event.key]
    const taker = /^[1-9]$/.test(event.key) ? takers[Number(event.key) - 1] : undefined
    if (next !== undefined) moveTo(Math.max(0, Math.min(shown.length - 1, next)))
    else if (event.key === 'Enter' && row) onOpen(row.key)
    else if (taker && access.kind === 'write') give(taker)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function give({ person, name }: Desk) {
    const row = shown[place]
    if (row) void act(assign(row, { key: person, name }))
  }

  function moveTo(index: number) {
    setActive(index)
    const row = shown[index]
    if (row) document.getElementById(lineId(row))?.scrollIntoView({ block: 'nearest' })
  }

  const activeRow = shown[place]
  return (
    <>
      {access.kind === 'write' && takers.length > 0 && (
        <fieldset className={styles.takers}>
          <legend className={styles.quiet}>
            Give {activeRow ? calledKey(activeRow) : 'the issue'} to, by how many they have open
          </legend>
          {takers.map((taker, index) => (
            <Button key={taker.person} keys={String(index + 1)} onClick={() => give(taker)}>
              <span className={styles.taker}>
                <span className={styles.takerName}>{taker.name}</span>{' '}
                <span className={styles.quiet}>{taker.open}</span>
              </span>
            </Button>
          ))}
        </fieldset>
      )}
      <div
        role="listbox"
        aria-label="Issues that nobody really has"
        tabIndex={0}
        className={styles.orphans}
        {...(activeRow && { 'aria-activedescendant': lineId(activeRow) })}
        onKeyDown={onKeyDown}
      >
        {board.orphans.map(({ reason, issues }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from
          <div key={reason} role="group" aria-labelledby={`${id}-${reason}`}>
            <div id={`${id}-${reason}`} role="presentation" className={styles.reason}>
              {orphanWords[reason]} <span data-numeric>{issues.length}</span>
            </div>
            {issues.slice(0, mostShown).map((row) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers to the keys
              <div
                key={row.key}
                id={lineId(row)}
                role="option"
                tabIndex={-1}
                aria-selected={row === activeRow}
                className={classNames(styles.orphan, row === activeRow && styles.active)}
                onClick={() => setActive(shown.indexOf(row))}
                onDoubleClick={() => onOpen(row.key)}
              >
                <span className={styles.key}>{calledKey(row)}</span>
                <span className={styles.severity}>
                  {row.values.severity == null ? '' : `S${row.values.severity}`}
                </span>
                <span className={styles.what}>{row.values.title}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className={styles.buttons}>
        {board.orphans.map((group) => (
          <Button key={group.reason} tone="quiet" onClick={() => onShowAll(group)}>
            List all: {orphanWords[group.reason].toLowerCase()}
          </Button>
        ))}
      </div>
    </>
  )
}
