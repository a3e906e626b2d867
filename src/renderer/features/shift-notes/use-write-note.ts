import { shiftNoteKey } from '@domain/model/shift-note'
import { beginNote } from '@domain/shift-notes/commands'
import { draftNote } from '@domain/shift-notes/draft'
import { shiftToHandOver } from '@domain/shift-notes/my-shift'
import { type NoteRecord, noteRecord, noteRecords } from '@domain/shift-notes/note'
import { leaderName } from '@domain/standup/commands'
import { everyLine } from '@domain/standup/lines'
import { useState } from 'react'
import { inTurns } from '../../storage/pace'
import { useSession, useWorkspace } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useMe } from '../../view-state/use-me'
import { useRota } from '../../view-state/use-rota'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'

/** Without a rota a shift is thought to be so long. */
const usualShift = 8 * 60 * 60_000

export interface WriteNote {
  /** Key of the note of my shift, which is begun where there is none yet; undefined where it was refused. */
  readonly write: () => Promise<string | undefined>
  readonly isDrafting: boolean
}

/** Drafts the note of the shift that the laptop's user is on or has just ended. */
export function useWriteNote(): WriteNote {
  const { replica } = useSession()
  const { settings } = useWorkspace()
  const act = useAct()
  const me = useMe()
  const zone = useZone()
  const { personName } = useTelling()
  const { rota } = useRota()
  const [isDrafting, setDrafting] = useState(false)

  async function write(): Promise<string | undefined> {
    const at = now()
    const mine = me === undefined ? undefined : shiftToHandOver(rota, me, at)
    const author = leaderName(settings.userName)
    const known = mine ? standingNote(shiftNoteKey(mine.shift.key)) : noteBeingWritten(author)
    if (known) return known.key
    const since = mine?.shift.from ?? at - usualShift
    const lines = everyLine({
      notes: replica.rows('standupNote'),
      actions: replica.rows('action'),
      decisions: replica.rows('decision'),
    })
    setDrafting(true)
    const draft = draftNote({ issues: replica.rows('issue'), lines, since, now: at, zone, personName })
    const text = await inTurns(draft)
    setDrafting(false)
    const plan = beginNote({ key: crypto.randomUUID(), mine, author, me, since, text })
    return (await act(plan)) ? plan.key : undefined
  }

  function standingNote(key: string): NoteRecord | undefined {
    const row = replica.rows('shiftNote').get(key)
    return row && noteRecord(row)
  }

  function noteBeingWritten(author: string): NoteRecord | undefined {
    const notes = noteRecords(replica.rows('shiftNote').values())
    return notes.find((note) => note.handedAt === undefined && note.author === author)
  }

  return { write, isDrafting }
}
