import ICAL from 'ical.js'
import type { Instant } from '../../model/value'
import { WallClock } from '../../time/wall-clock'
import { type ClockChange, zoneRules } from '../zone-rules'

/** One entry of a calendar. */
export interface CalendarEntry {
  /** Known to no other event in the world, and always the same for this one. */
  readonly uid: string
  readonly sequence: number
  readonly cancelled: boolean
  readonly from: Instant
  readonly to: Instant
  readonly summary: string
  readonly description: string
  readonly category: string
  /** Whether whoever it is for can do something else at that time. */
  readonly isFree: boolean
}

export interface CalendarFile {
  readonly name: string
  readonly zone: string
  readonly organizer: { readonly name: string; readonly address: string }
  readonly writtenAt: Instant
  readonly entries: readonly CalendarEntry[]
}

// Lines of 75 bytes at most; the library does not count the space that a folded line goes on with.
ICAL.foldLength = 74

/** The text of an .ics file, as Outlook, Google and Apple take it: RFC 5545, published, with the rules of its zone. */
export function toIcs({ name, zone, organizer, writtenAt, entries }: CalendarFile): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Hypercare War Room//Rota//EN')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', oneLine(name))
  calendar.addPropertyWithValue('x-wr-timezone', zone)
  const isTold = zone !== 'UTC' && entries.length > 0
  if (isTold) calendar.addSubcomponent(zoneComponent(zone, entries))
  for (const entry of entries) calendar.addSubcomponent(eventComponent(entry, zone, organizer, writtenAt))
  return `${calendar.toString()}\r\n`
}

function eventComponent(
  entry: CalendarEntry,
  zone: string,
  organizer: CalendarFile['organizer'],
  writtenAt: Instant,
): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', entry.uid)
  event.addPropertyWithValue('dtstamp', inUtc(writtenAt))
  const times = { dtstart: entry.from, dtend: entry.to }
  // A time that comes twice means its first: the second can only be told in UTC.
  const isPlain = zone !== 'UTC' && Object.values(times).every((at) => isFirst(at, zone))
  for (const [property, at] of Object.entries(times)) {
    const time = event.addPropertyWithValue(property, isPlain ? onWall(at, zone) : inUtc(at))
    if (isPlain) time.setParameter('tzid', zone)
  }
  event.addPropertyWithValue('sequence', entry.sequence)
  event.addPropertyWithValue('status', entry.cancelled ? 'CANCELLED' : 'CONFIRMED')
  event.addPropertyWithValue('summary', plain(entry.summary))
  event.addPropertyWithValue('description', plain(entry.description))
  event.addPropertyWithValue('categories', plain(entry.category))
  event.addPropertyWithValue('transp', entry.isFree || entry.cancelled ? 'TRANSPARENT' : 'OPAQUE')
  event
    .addPropertyWithValue('organizer', `mailto:${organizer.address}`)
    .setParameter('cn', oneLine(organizer.name).replaceAll('"', "'"))
  return event
}

function zoneComponent(zone: string, entries: readonly CalendarEntry[]): ICAL.Component {
  const component = new ICAL.Component('vtimezone')
  component.addPropertyWithValue('tzid', zone)
  const first = entries.reduce((first, { from }) => Math.min(first, from), Infinity)
  const last = entries.reduce((last, { to }) => Math.max(last, to), -Infinity)
  for (const change of zoneRules(zone, first, last)) component.addSubcomponent(changeComponent(change))
  return component
}

function changeComponent(change: ClockChange): ICAL.Component {
  const component = new ICAL.Component(change.isSummer ? 'daylight' : 'standard')
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(change.wall))
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(change.offsetBefore))
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(change.offsetAfter))
  if (change.yearly) component.addPropertyWithValue('rrule', ICAL.Recur.fromString(change.yearly))
  return component
}

const inUtc = (at: Instant) => ICAL.Time.fromDateTimeString(`${secondsOf(at)}Z`)
const onWall = (at: Instant, zone: string) =>
  ICAL.Time.fromDateTimeString(secondsOf(WallClock.of(zone).wallAt(at)))
const secondsOf = (ms: number) => new Date(ms).toISOString().slice(0, 19)

function isFirst(at: Instant, zone: string): boolean {
  const clock = WallClock.of(zone)
  return clock.instantAt(clock.wallAt(at)) === at
}

/** Without characters that mean nothing in a text, and can end a line where none ends. */
const plain = (text: string) =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, (run) => (run.includes('\n') ? '\n' : ' '))

/** Of properties that it does not know, and in parameters, the library writes a new line as it is. */
const oneLine = (text: string) => plain(text).replaceAll('\n', ' ')
