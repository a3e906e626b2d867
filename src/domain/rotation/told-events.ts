import * as z from 'zod/mini'
import type { Row } from '../merge/row'
import type { CalendarExport } from '../model/entities'
import type { Fields, Instant } from '../model/value'
import { type Calendar, calendarKey, isIn } from './calendar'
import { type Shift, shiftRoles } from './shift'

const toldEvent = z.object({
  from: z.number(),
  to: z.number(),
  person: z.string(),
  role: z.enum(shiftRoles),
  /** Grows with every change that calendars are told of. */
  sequence: z.int().check(z.gte(0), z.lte(2 ** 31 - 1)),
  /** The shift is no more, or no longer in this calendar. */
  cancelled: z.boolean(),
})

/** What calendars were told of a shift last. */
export type ToldEvent = z.infer<typeof toldEvent>

const prefix = 'event:'

/** What calendars of a kind know, by shift: of what several laptops told, the last. */
export function toldEvents(
  calendar: Calendar,
  rows: Iterable<Row<CalendarExport>>,
): ReadonlyMap<string, ToldEvent> {
  const told = new Map<string, ToldEvent>()
  const own = [...rows].filter(({ values }) => values.calendar === calendarKey(calendar))
  for (const { values } of own.sort(byTime))
    for (const [field, value] of Object.entries(values)) {
      const event = field.startsWith(prefix) ? readEvent(value) : undefined
      if (!event) continue
      const shift = field.slice(prefix.length)
      if (event.sequence >= (told.get(shift)?.sequence ?? 0)) told.set(shift, event)
    }
  return told
}

/** As they are remembered in a row. */
export function toldFields(events: ReadonlyMap<string, ToldEvent>): Fields {
  return Object.fromEntries([...events].map(([shift, event]) => [prefix + shift, JSON.stringify(event)]))
}

/**
 * What a calendar is to be told now: every shift of the period, and those that it was told of and that are no more. What
 * has changed since it was told last gets a higher sequence; what has not keeps its own.
 */
export function eventsToTell(
  calendar: Calendar,
  shifts: readonly Shift[],
  told: ReadonlyMap<string, ToldEvent>,
  period: { readonly from: Instant; readonly to: Instant },
): ReadonlyMap<string, ToldEvent> {
  const events = new Map<string, ToldEvent>()
  for (const shift of shifts) {
    if (!isIn(calendar, shift)) continue
    const { from, to, person, role } = shift
    events.set(shift.key, { ...{ from, to, person, role }, ...sequenceOf(shift, told.get(shift.key)) })
  }
  for (const [shift, before] of told) {
    if (events.has(shift) || before.to <= period.from || before.from >= period.to) continue
    const sequence = before.cancelled ? before.sequence : before.sequence + 1
    events.set(shift, { ...before, sequence, cancelled: true })
  }
  return new Map([...events].sort(([a, one], [b, other]) => one.from - other.from || (a < b ? -1 : 1)))
}

/** Those that calendars do not know yet. */
export function newlyTold(
  events: ReadonlyMap<string, ToldEvent>,
  told: ReadonlyMap<string, ToldEvent>,
): ReadonlyMap<string, ToldEvent> {
  return new Map([...events].filter(([shift, event]) => told.get(shift)?.sequence !== event.sequence))
}

function sequenceOf(shift: Shift, before: ToldEvent | undefined): Pick<ToldEvent, 'sequence' | 'cancelled'> {
  if (!before) return { sequence: 0, cancelled: false }
  const isSame =
    !before.cancelled &&
    before.from === shift.from &&
    before.to === shift.to &&
    before.person === shift.person &&
    before.role === shift.role
  return { sequence: isSame ? before.sequence : before.sequence + 1, cancelled: false }
}

function readEvent(value: unknown): ToldEvent | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return z.parse(toldEvent, JSON.parse(value))
  } catch {
    return undefined
  }
}

function byTime(a: Row<CalendarExport>, b: Row<CalendarExport>): number {
  return (a.values.exportedAt ?? 0) - (b.values.exportedAt ?? 0) || (a.key < b.key ? -1 : 1)
}
