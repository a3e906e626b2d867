import { fieldProblem } from '../model/entities'
import { shiftNoteKey } from '../model/shift-note'
import type { Instant } from '../model/value'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import type { MyShift } from './my-shift'
import type { NoteRecord } from './note'

const note = 'shiftNote'

export interface NewNote {
  /** A fresh random key, for a note of no shift. */
  readonly key: string
  readonly mine: MyShift | undefined
  readonly author: string
  /** Key of the person who writes it, where the engagement knows them. */
  readonly me: string | undefined
  readonly since: Instant
  readonly text: string
}

/** Begins a note with what it is proposed to say. */
export function beginNote({
  key,
  mine,
  author,
  me,
  since,
  text,
}: NewNote): Planned & { readonly key: string } {
  const ownKey = mine ? shiftNoteKey(mine.shift.key) : key
  const fields = {
    author,
    since,
    text,
    shift: mine?.shift.key ?? null,
    role: mine?.shift.role ?? null,
    givenBy: me ?? null,
    givenTo: mine?.to ?? null,
    handedAt: null,
    removed: false,
  }
  return { ...planned('Hand-over note begun', [{ entity: note, key: ownKey, fields }]), key: ownKey }
}

export function rewriteNote({ key, text }: NoteRecord, typed: string): Planned | Refused {
  const wanted = typed.trim()
  if (wanted === text) return planned('Nothing changed', [])
  if (fieldProblem(note, 'text', wanted)) return refused('The note is too long.')
  return planned('Hand-over note changed', [{ entity: note, key, fields: { text: wanted } }])
}

export function addressNote({ key }: NoteRecord, to: string | null): Planned {
  return planned('Hand-over note addressed', [{ entity: note, key, fields: { givenTo: to } }])
}

export function handNoteOver({ key, text, handedAt }: NoteRecord, now: Instant): Planned | Refused {
  if (handedAt !== undefined) return refused('The note has been handed over already.')
  if (text === '') return refused('The note says nothing yet.')
  return planned('Hand-over note handed over', [{ entity: note, key, fields: { handedAt: now } }])
}

export function acknowledge(
  { key, handedAt, acknowledged }: NoteRecord,
  by: string,
  now: Instant,
): Planned | Refused {
  if (handedAt === undefined) return refused('The note is still being written.')
  if (acknowledged.some(({ name }) => name === by)) return planned('Nothing changed', [])
  return planned('Hand-over note read', [{ entity: note, key, fields: { [`acknowledged:${by}`]: now } }])
}

export function removeNote({ key }: NoteRecord): Planned {
  return planned('Hand-over note removed', [{ entity: note, key, fields: { removed: true } }])
}
