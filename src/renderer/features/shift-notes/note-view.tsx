import { roleWords } from '@domain/ownership/role-words'
import { addressNote, rewriteNote } from '@domain/shift-notes/commands'
import type { NoteRecord } from '@domain/shift-notes/note'
import { useRef } from 'react'
import { ComboBox } from '../../ui/combo-box'
import { TextArea } from '../../ui/text-area'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { useInstantText } from '../../view-state/use-zone'
import styles from './shift-notes.module.css'

export interface NoteViewProps {
  readonly note: NoteRecord
  readonly canWrite: boolean
}

/** One note: to be written on while it is not handed over, and then to be read. */
export function NoteView({ note, canWrite }: NoteViewProps) {
  const act = useAct()
  const { personName } = useTelling()
  const instantText = useInstantText()
  const field = useRef<HTMLTextAreaElement>(null)
  const isOpen = note.handedAt === undefined
  const people = useOwnerChoices(note.givenTo ?? null)
  useShortcut('shiftNoteEdit', () => field.current?.focus(), canWrite && isOpen)
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {note.author}
          {note.role && <span className={styles.quiet}>, {roleWords[note.role]}</span>}
        </h2>
        <p className={styles.quiet}>
          {note.handedAt === undefined ? 'Being written' : `Handed over ${instantText(note.handedAt)}`}
          {!isOpen && note.givenTo && ` to ${personName(note.givenTo)}`}
          {note.acknowledged.map(({ name, at }) => `. Read by ${name}, ${instantText(at)}`)}
        </p>
        {isOpen && (
          <div className={styles.to}>
            <ComboBox
              label="For"
              choices={people}
              value={note.givenTo ?? null}
              placeholder="Whoever comes next"
              disabled={!canWrite}
              onChange={(to) => void act(addressNote(note, to))}
            />
          </div>
        )}
      </header>
      {isOpen ? (
        <TextArea
          ref={field}
          className={styles.text}
          label="What the next shift should know"
          hint={`${shortcuts.shiftNoteEdit.keys.toUpperCase()} to write, Ctrl+Enter to keep`}
          value={note.text}
          readOnly={!canWrite}
          onCommit={(typed) => void act(rewriteNote(note, typed))}
        />
      ) : (
        <p className={styles.said}>{note.text}</p>
      )}
    </>
  )
}
