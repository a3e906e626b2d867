import { begunAt } from '../merge/apply'
import type { Row } from '../merge/row'
import type { ShiftNote } from '../model/entities'
import type { Instant } from '../model/value'
import type { ShiftRole } from '../rotation/shift'

export interface NoteRecord {
  readonly key: string
  readonly author: string
  readonly role: ShiftRole | undefined
  /** Keys of people. */
  readonly givenBy: string | undefined
  readonly givenTo: string | undefined
  readonly since: Instant
  readonly text: string
  /** Undefined while it is being written. */
  readonly handedAt: Instant | undefined
  /** Who has read it and when, the first one first. */
  readonly acknowledged: readonly { readonly name: string; readonly at: Instant }[]
}

export function noteRecord(row: Row<ShiftNote>): NoteRecord | undefined {
  const { author, role, givenBy, givenTo, since, text, handedAt, removed } = row.values
  if (removed === true || since == null) return undefined
  return {
    key: row.key,
    author: author ?? '',
    role: role ?? undefined,
    givenBy: givenBy ?? undefined,
    givenTo: givenTo ?? undefined,
    since,
    text: text ?? '',
    handedAt: handedAt ?? undefined,
    acknowledged: acknowledgedIn(row.values),
  }
}

/** Those that are being written or wait first, and then the latest first. */
export function noteRecords(rows: Iterable<Row<ShiftNote>>): NoteRecord[] {
  return [...rows]
    .flatMap((row) => {
      const record = noteRecord(row)
      return record ? [{ record, at: record.handedAt ?? begunAt(row) }] : []
    })
    .sort(
      (a, b) =>
        Number(isDone(a.record)) - Number(isDone(b.record)) ||
        b.at - a.at ||
        (a.record.key < b.record.key ? -1 : 1),
    )
    .map(({ record }) => record)
}

const isDone = ({ handedAt, acknowledged }: NoteRecord) => handedAt !== undefined && acknowledged.length > 0

/** Handed over, and nobody has said yet that they have read it. */
export const isWaiting = ({ handedAt, acknowledged }: NoteRecord): boolean =>
  handedAt !== undefined && acknowledged.length === 0

/**
 * Whether a note waits for somebody: whom it was given to, or anybody but its writer where that is nobody in particular.
 * @param me undefined where the engagement does not know who uses the laptop: then every note waits there
 */
export function waitsFor(note: NoteRecord, me: string | undefined): boolean {
  if (!isWaiting(note)) return false
  if (me === undefined) return true
  return note.givenTo === undefined ? note.givenBy !== me : note.givenTo === me
}

function acknowledgedIn(values: ShiftNote): NoteRecord['acknowledged'] {
  return Object.entries(values)
    .flatMap(([field, value]) =>
      field.startsWith('acknowledged:') && typeof value === 'number'
        ? [{ name: field.slice('acknowledged:'.length), at: value }]
        : [],
    )
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
}
