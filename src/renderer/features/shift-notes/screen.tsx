import { acknowledge, handNoteOver, removeNote } from '@domain/shift-notes/commands'
import { isWaiting, waitsFor } from '@domain/shift-notes/note'
import { leaderName } from '@domain/standup/commands'
import { useState } from 'react'
import { copyText } from '../../storage/copy-text'
import { useSession, useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useMe } from '../../view-state/use-me'
import { useShiftNotes } from '../../view-state/use-shift-notes'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { NoteList } from './note-list'
import { NoteView } from './note-view'
import styles from './shift-notes.module.css'
import { useWriteNote } from './use-write-note'

/** What one shift leaves to the next: drafted, edited, handed over, and read. */
export default function ShiftNotesScreen() {
  const { access } = useSession()
  const canWrite = access.kind === 'write'
  const { settings } = useWorkspace()
  const act = useAct()
  const me = useMe()
  const notes = useShiftNotes()
  const [chosen, setChosen] = useState<string>()
  const { write, isDrafting } = useWriteNote()
  const place = Math.max(
    0,
    notes.findIndex(({ key }) => key === chosen),
  )
  const note = notes[place]
  const waiting = notes.filter((one) => waitsFor(one, me)).length
  const moveTo = (to: number) => setChosen(notes[Math.max(0, Math.min(notes.length - 1, to))]?.key)

  async function begin() {
    const key = await write()
    if (key !== undefined) setChosen(key)
  }

  async function copy() {
    if (!note) return
    await copyText(note.text)
    toast({ text: 'Note copied', tone: 'ok' })
  }

  const hand = () => note && void act(handNoteOver(note, now()))
  const read = () => note && void act(acknowledge(note, leaderName(settings.userName), now()))
  useShortcuts({
    shiftNoteDown: () => moveTo(place + 1),
    shiftNoteUp: () => moveTo(place - 1),
    shiftNoteCopy: () => void copy(),
  })
  useShortcuts(
    {
      shiftNoteWrite: () => void begin(),
      shiftNoteHand: hand,
      shiftNoteRead: read,
      shiftNoteRemove: () => note && void act(removeNote(note)),
    },
    canWrite,
  )
  return (
    <>
      <PageHeader
        title="Shift notes"
        note={waiting > 0 && `${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be read`}
        actions={
          <Button
            keys={shortcuts.shiftNoteWrite.keys}
            disabled={!canWrite}
            pending={isDrafting}
            onClick={() => void begin()}
          >
            {shortcuts.shiftNoteWrite.title}
          </Button>
        }
      />
      {note ? (
        <div className={styles.notes}>
          <NoteList notes={notes} current={note.key} onChoose={setChosen} />
          <section className={styles.note} aria-label="The note">
            <NoteView key={note.key} note={note} canWrite={canWrite} />
            <footer className={styles.foot}>
              {note.handedAt === undefined ? (
                <Button
                  tone="primary"
                  keys={shortcuts.shiftNoteHand.keys}
                  disabled={!canWrite}
                  onClick={hand}
                >
                  {shortcuts.shiftNoteHand.title}
                </Button>
              ) : (
                <Button
                  tone={isWaiting(note) ? 'primary' : 'default'}
                  keys={shortcuts.shiftNoteRead.keys}
                  disabled={!canWrite}
                  onClick={read}
                >
                  {shortcuts.shiftNoteRead.title}
                </Button>
              )}
              <Button icon="copy" keys={shortcuts.shiftNoteCopy.keys} onClick={() => void copy()}>
                {shortcuts.shiftNoteCopy.title}
              </Button>
            </footer>
          </section>
        </div>
      ) : (
        <EmptyState title="No shift has left a note yet">
          At the end of a shift a note is drafted from what burns, what changed and what was promised. Whoever
          wrote it adds what only they know and hands it over; whoever comes next says that they have read it.
        </EmptyState>
      )}
    </>
  )
}
