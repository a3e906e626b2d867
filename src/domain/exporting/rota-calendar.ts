import { Sha256 } from '../bundle/sha256'
import type { Intent } from '../merge/intent'
import type { Replica } from '../merge/replica'
import { calendarExportKey } from '../model/calendar-export'
import { engagementKey } from '../model/engagement'
import type { Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { canTake } from '../ownership/hand-over'
import { roleWords } from '../ownership/role-words'
import { type Calendar, calendarKey, calendarName } from '../rotation/calendar'
import { rotaOf } from '../rotation/rota-of'
import { shiftsBetween } from '../rotation/shifts'
import { eventsToTell, newlyTold, type ToldEvent, toldEvents, toldFields } from '../rotation/told-events'
import { addDays, type Day } from '../time/day'
import { dayOf, startOfDay, usableZone } from '../time/zone'
import type { CalendarEntry, CalendarFile } from './adapters/icalendar'

export interface CalendarQuestion {
  readonly calendar: Calendar
  readonly now: Instant
  /** Who writes it. */
  readonly laptop: string
  /** The last day; without it, the usual one. */
  readonly until?: Day | undefined
}

export interface RotaCalendar {
  readonly file: CalendarFile
  /** So that what calendars are told now is known next time. */
  readonly remember: Intent
  readonly events: number
  /** Those that calendars do not know yet. */
  readonly changed: number
  readonly cancelled: number
}

/** More would be a rota of minutes, which no calendar shows. */
export const mostEvents = 20_000

const daysBack = 30
const daysAhead = 90
const anonymousAddress = 'rota@hypercare-war-room.invalid'

/** A calendar of the rota, from a month ago to three months ahead or to the planned end; undefined if it is too large. */
export function rotaCalendar(
  replica: Replica,
  { calendar, now, laptop, until }: CalendarQuestion,
): RotaCalendar | undefined {
  const engagement = replica.rows('engagement').get(engagementKey)?.values ?? {}
  const zone = usableZone(engagement.zone)
  const today = dayOf(now, zone)
  const period = {
    from: startOfDay(addDays(today, -daysBack), zone),
    to: startOfDay(addDays(until ?? usualEnd(engagement, today), 1), zone),
  }
  const told = toldEvents(calendar, replica.rows('calendarExport').values())
  const shifts = shiftsBetween(rotaOf(replica), period.from, period.to)
  const events = eventsToTell(calendar, shifts, told, period)
  if (events.size > mostEvents) return undefined
  const people = replica.rows('person')
  const nameOf = (person: string) => people.get(person)?.values.name || person
  const name = engagement.name || 'Hypercare'
  const changed = newlyTold(events, told)
  const lead = [...people.values()].find((row) => row.values.role === 'lead' && canTake(row))
  return {
    file: {
      name: calendarName(calendar, name, nameOf),
      zone,
      organizer: { name, address: mailAddress(lead?.values.email) ?? anonymousAddress },
      writtenAt: now,
      entries: [...events].map(([shift, event]) =>
        entryOf(shift, event, { calendar, engagement, name, nameOf }),
      ),
    },
    remember: {
      entity: 'calendarExport',
      key: calendarExportKey(calendarKey(calendar), laptop),
      fields: { calendar: calendarKey(calendar), exportedAt: now, ...toldFields(changed) },
    },
    events: events.size,
    changed: changed.size,
    cancelled: [...events.values()].filter(({ cancelled }) => cancelled).length,
  }
}

/** What the list of changes calls it. */
export function calendarLabel(calendar: Calendar): string {
  if (calendar.kind === 'all') return 'Calendar of all shifts exported'
  return calendar.kind === 'role'
    ? `Calendar of shifts exported: ${roleWords[calendar.role]}`
    : 'Calendar of one person’s shifts exported'
}

interface Telling {
  readonly calendar: Calendar
  readonly engagement: Engagement
  readonly name: string
  readonly nameOf: (person: string) => string
}

function entryOf(
  shift: string,
  event: ToldEvent,
  { calendar, engagement, name, nameOf }: Telling,
): CalendarEntry {
  const { from, to, person, role, sequence, cancelled } = event
  const summary = calendar.kind === 'person' ? roleWords[role] : `${roleWords[role]}: ${nameOf(person)}`
  const about = [name, engagement.client, engagement.system].filter(Boolean).join(', ')
  return {
    uid: uidOf(engagement.id ?? '', calendar, shift),
    sequence,
    cancelled,
    from,
    to,
    summary,
    description: `${nameOf(person)} is on shift: ${roleWords[role].toLowerCase()}.\n${about}`,
    category: roleWords[role],
    isFree: role === 'on-call',
  }
}

/** Of the engagement, the calendar and the shift: one program may hold a person's calendar and that of all side by side. */
function uidOf(engagement: string, calendar: Calendar, shift: string): string {
  const told = [engagement, calendarKey(calendar), shift].join('\n')
  const hex = new Sha256().update(new TextEncoder().encode(told)).hex()
  return `${hex.slice(0, 40)}@hypercare-war-room.invalid`
}

function usualEnd({ plannedEndOn }: Engagement, today: Day): Day {
  const ahead = addDays(today, daysAhead)
  return plannedEndOn && plannedEndOn > ahead ? plannedEndOn : ahead
}

const mailAddress = (text: string | null | undefined) =>
  text && /^[^\s@<>"]+@[^\s@<>"]+$/.test(text) ? text : undefined
