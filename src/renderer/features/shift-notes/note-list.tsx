import { roleWords } from '@domain/ownership/role-words'
import { isWaiting, type NoteRecord } from '@domain/shift-notes/note'
import { useEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './shift-notes.module.css'

const mostShown = 200

export interface NoteListProps {
  readonly notes: readonly NoteRecord[]
  readonly current: string
  readonly onChoose: (key: string) => void
}

/** All notes, those that are being written or wait first. */
export function NoteList({ notes, current, onChoose }: NoteListProps) {
  const list = useRef<HTMLUListElement>(null)
  const instantText = useShortInstantText()
  useEffect(() => {
    void current
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className={styles.list} aria-label="Notes">
      <ul ref={list}>
        {notes.slice(0, mostShown).map((note) => (
          <li key={note.key}>
            <button
              type="button"
              className={classNames(styles.line, note.key === current && styles.here)}
              aria-current={note.key === current ? 'true' : undefined}
              onClick={() => onChoose(note.key)}
            >
              <span className={styles.who}>{note.author}</span>
              <span className={styles.when} data-numeric>
                {instantText(note.handedAt ?? note.since)}
              </span>
              <span className={styles.role}>{note.role ? roleWords[note.role] : 'No shift'}</span>
              <Standing note={note} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Standing({ note }: { readonly note: NoteRecord }) {
  if (note.handedAt === undefined) return <Mark tone="neutral" shape="ring" label="Being written" />
  return isWaiting(note) ? (
    <Mark tone="warning" shape="half" label="Waits to be read" />
  ) : (
    <Mark tone="ok" shape="tick" label="Read" />
  )
}
