import type { Instant } from '../model/value'
import { type NoteRecord, waitsFor } from '../shift-notes/note'
import { formatInstant } from '../time/format'
import type { DayMoment, Moment, Moments } from './moment'

export interface WaitingNotes {
  readonly notes: readonly NoteRecord[]
  /** Key of the person who uses the laptop; undefined where the engagement does not know them. */
  readonly me: string | undefined
  readonly zone: string
}

/** A hand-over note waits, as long as nobody has said that they have read it. It may come late, with a bundle. */
export class NoteMoments implements Moments {
  constructor(private readonly read: () => WaitingNotes) {}

  between(): readonly Moment[] {
    return []
  }

  nextAfter(): Instant | undefined {
    return undefined
  }

  raised(): readonly Moment[] {
    const { notes, me, zone } = this.read()
    return notes.filter((note) => waitsFor(note, me)).flatMap((note) => momentsOf(note, zone))
  }

  stands(moment: Moment): boolean {
    return this.raised().some(({ id }) => id === moment.id)
  }
}

function momentsOf({ key, author, handedAt }: NoteRecord, zone: string): DayMoment[] {
  if (handedAt === undefined) return []
  return [
    {
      id: `shift-note:${handedAt}:${key}`,
      kind: 'day',
      at: handedAt,
      title: 'A hand-over note waits',
      body: `From ${author}, ${formatInstant(handedAt, zone)}`,
      place: 'shift-notes',
      waits: true,
    },
  ]
}
