import { readIcs } from '@domain/importing/adapters/icalendar'
import { decodeUnicode } from '@domain/importing/decode-unicode'
import { readScheduleTable } from '@domain/importing/schedule-table'
import type { ScheduleEntry } from '@domain/rotation/schedule'
import type { Span } from '@domain/rotation/span-line'

export interface ScheduleFileInput extends Span {
  readonly bytes: Uint8Array
  /** For times that name none, and for whole days. */
  readonly zone: string
  /** What somebody has answered about zones that are not known. */
  readonly zones: ReadonlyMap<string, string>
}

export interface ScheduleFile {
  readonly kind: 'calendar' | 'table'
  /** Events or rows, of any time. */
  readonly records: number
  readonly entries: readonly ScheduleEntry[]
  readonly unread: readonly { readonly line: number; readonly reason: string }[]
  readonly unreadCount: number
  readonly unknownZones: ReadonlyMap<string, number>
  readonly floating: number
}

const mostTold = 200

export class UnreadableText extends Error {
  readonly code = 'unreadable-text'

  constructor() {
    super('The file is no text in UTF-8 or UTF-16. Save it anew as UTF-8. Nothing was read.')
    this.name = 'UnreadableText'
  }
}

/** Reads the shifts that a calendar or a table tells; a calendar says so itself. */
export async function readScheduleFile({
  bytes,
  zone,
  zones,
  from,
  to,
}: ScheduleFileInput): Promise<ScheduleFile> {
  const text = decodeUnicode(bytes)?.text
  if (text === undefined) throw new UnreadableText()
  if (!/^\s*BEGIN:VCALENDAR/im.test(text.slice(0, 10_000))) {
    const { rows, entries, unread } = readScheduleTable(text, zone)
    const within = entries.filter((entry) => entry.from < to && entry.to > from)
    return {
      kind: 'table',
      records: rows,
      entries: within,
      ...told(unread),
      unknownZones: new Map(),
      floating: 0,
    }
  }
  const { events, occurrences, unread, unknownZones, floating } = readIcs(text, { from, to, zone, zones })
  const entries = occurrences.map(({ id, from, to, summary, categories, attendees }): ScheduleEntry => {
    const named = attendees.flatMap(({ name, email }) => [name, email])
    return { id, from, to, people: [...named, summary].filter(Boolean), words: [summary, ...categories] }
  })
  return { kind: 'calendar', records: events, entries, ...told(unread), unknownZones, floating }
}

const told = (unread: ScheduleFile['unread']) => ({
  unread: unread.slice(0, mostTold),
  unreadCount: unread.length,
})
