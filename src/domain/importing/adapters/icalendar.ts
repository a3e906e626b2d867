import ICAL from 'ical.js'
import type { Instant } from '../../model/value'
import { addDays } from '../../time/day'
import { WallClock, wallMs } from '../../time/wall-clock'
import { isZone } from '../../time/zone'

/** One occurrence of an event of a calendar file. */
export interface Occurrence {
  /** Of the event and, where it recurs, of this one time: the same whenever the file is read. */
  readonly id: string
  readonly from: Instant
  readonly to: Instant
  readonly summary: string
  readonly categories: readonly string[]
  readonly attendees: readonly Attendee[]
}

export interface Attendee {
  readonly name: string
  readonly email: string
}

export interface UnreadEvent {
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  readonly reason: string
}

export interface ReadCalendar {
  readonly events: number
  readonly occurrences: readonly Occurrence[]
  readonly unread: readonly UnreadEvent[]
  /** Zones that neither this machine nor the file knows, with how many events name them. */
  readonly unknownZones: ReadonlyMap<string, number>
  /** Events whose times name no zone at all; all-day ones are none of these. */
  readonly floating: number
}

export interface CalendarReading {
  /** Occurrences outside of it are passed over. */
  readonly from: Instant
  readonly to: Instant
  /** For times that name none, and for whole days. */
  readonly zone: string
  /** What somebody has answered about zones that are not known. */
  readonly zones: ReadonlyMap<string, string>
}

/** So that no file can fill the memory or the day. */
const mostEvents = 50_000
export const mostOccurrences = 20_000
const mostSteps = 20_000
const mostStepsInAll = 2_000_000
const minute = 60_000

/**
 * Reads the events of a calendar file that begin or go on in a period. What cannot be read is listed with the reason and
 * holds nothing else up; an event in a zone that nobody knows waits for an answer.
 */
export function readIcs(text: string, reading: CalendarReading): ReadCalendar {
  const { blocks, unread, zoneTexts } = splitCalendar(text)
  const clock = new FileClock(reading, zoneTexts)
  const series = new Map<string, Event[]>()
  for (const block of blocks) {
    try {
      const event = readEvent(block)
      const own = series.get(event.uid)
      if (own) own.push(event)
      else series.set(event.uid, [event])
    } catch (error) {
      unread.push({ line: block.line, reason: reasonOf(error) })
    }
  }
  const occurrences: Occurrence[] = []
  const budget = { steps: mostStepsInAll }
  for (const events of series.values())
    for (const { event, moved } of wholeSeries(events))
      try {
        for (const occurrence of occurrencesOf(event, moved, clock, reading, budget)) {
          if (occurrences.length >= mostOccurrences)
            throw new Problem(
              `there are more than ${mostOccurrences} shifts in the period; choose a shorter one`,
            )
          occurrences.push(occurrence)
        }
      } catch (error) {
        if (!(error instanceof UnknownZone)) unread.push({ line: event.line, reason: reasonOf(error) })
      }
  return {
    events: blocks.length,
    occurrences: occurrences.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
    unread: unread.sort((a, b) => a.line - b.line),
    unknownZones: clock.unknown,
    floating: clock.floating,
  }
}

/** Events of one name with those that stand in the place of one of their times; where those came alone, each by itself. */
function wholeSeries(events: readonly Event[]): { event: Event; moved: readonly Event[] }[] {
  const moved = events.filter((event) => event.moved)
  if (moved.length === events.length) return moved.map((event) => ({ event, moved: [] }))
  return events.filter((event) => !event.moved).map((event) => ({ event, moved }))
}

class Problem extends Error {}
class UnknownZone extends Error {}

interface Block {
  readonly line: number
  readonly text: string
}

/** The events and zones of a file, each by itself: one that is broken breaks no other. */
function splitCalendar(text: string): { blocks: Block[]; unread: UnreadEvent[]; zoneTexts: string[] } {
  const blocks: Block[] = []
  const unread: UnreadEvent[] = []
  const zoneTexts: string[] = []
  let open: { line: number; lines: string[]; kind: string } | undefined
  for (const { line, content } of unfolded(text)) {
    const [, edge, kind = ''] = /^(BEGIN|END):(VEVENT|VTIMEZONE)\s*$/i.exec(content) ?? []
    if (edge?.toUpperCase() === 'BEGIN') {
      if (open) unread.push({ line: open.line, reason: 'it does not end before the next begins' })
      open = { line, lines: [], kind: kind.toUpperCase() }
    }
    open?.lines.push(content)
    if (!open || edge?.toUpperCase() !== 'END') continue
    const whole = open.lines.join('\r\n')
    if (open.kind === 'VTIMEZONE') zoneTexts.push(whole)
    else if (blocks.length < mostEvents) blocks.push({ line: open.line, text: whole })
    else unread.push({ line: open.line, reason: `the file has more than ${mostEvents} events` })
    open = undefined
  }
  if (open) unread.push({ line: open.line, reason: 'the file ends in the middle of it' })
  return { blocks, unread, zoneTexts }
}

const beginsProperty = /^[A-Za-z0-9-]+(;[^:]*)?:|^[A-Za-z0-9-]+;/

/** Lines as they were before they were folded. One that begins no property goes on where the folding lost its space. */
function* unfolded(text: string): Generator<{ line: number; content: string }> {
  let whole: { line: number; content: string } | undefined
  for (const [place, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const isFolded = /^[ \t]/.test(raw)
    if (whole && (isFolded || !beginsProperty.test(raw))) whole.content += isFolded ? raw.slice(1) : raw
    else if (raw !== '') {
      if (whole) yield whole
      whole = { line: place + 1, content: raw }
    }
  }
  if (whole) yield whole
}

/** What the clock on a wall shows, and the zone in which that wall stands; undefined for whichever one reads it. */
interface ToldTime {
  readonly wall: number
  readonly zone: string | undefined
  readonly isDay: boolean
}

interface Event {
  readonly line: number
  readonly uid: string
  readonly start: ToldTime
  readonly end: ToldTime | undefined
  /** Milliseconds, where it tells how long it takes instead of when it ends. */
  readonly duration: number | undefined
  readonly rules: readonly ICAL.Recur[]
  readonly added: readonly ToldTime[]
  readonly excluded: readonly ToldTime[]
  /** It stands in the place of the occurrence that would have been then. */
  readonly moved: ToldTime | undefined
  readonly cancelled: boolean
  readonly told: Pick<Occurrence, 'summary' | 'categories' | 'attendees'>
}

function readEvent({ line, text }: Block): Event {
  const component = new ICAL.Component(ICAL.parse(text) as unknown as unknown[])
  const first = (name: string) => component.getFirstProperty(name)
  const start = first('dtstart')
  const told = start && timesOf(start)[0]
  if (!told) throw new Problem('it does not say when it begins')
  const end = first('dtend')
  const duration = component.getFirstPropertyValue('duration')
  const moved = first('recurrence-id')
  const uid = String(component.getFirstPropertyValue('uid') ?? `line ${line}`)
  return {
    line,
    uid,
    start: told,
    end: end ? timesOf(end)[0] : undefined,
    duration: duration instanceof ICAL.Duration ? duration.toSeconds() * 1_000 : undefined,
    rules: component.getAllProperties('rrule').map((rule) => rule.getFirstValue() as ICAL.Recur),
    added: component.getAllProperties('rdate').flatMap(timesOf),
    excluded: component.getAllProperties('exdate').flatMap(timesOf),
    moved: moved ? timesOf(moved)[0] : undefined,
    cancelled: String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
    told: {
      summary: String(component.getFirstPropertyValue('summary') ?? '').trim(),
      categories: component.getAllProperties('categories').flatMap((one) => one.getValues().map(String)),
      attendees: component.getAllProperties('attendee').map((one) => ({
        name: String(one.getParameter('cn') ?? '').trim(),
        email: String(one.getFirstValue() ?? '')
          .replace(/^mailto:/i, '')
          .trim(),
      })),
    },
  }
}

function timesOf(property: ICAL.Property): ToldTime[] {
  const zone = property.getParameter('tzid')
  return property.getValues().flatMap((value: unknown) => {
    const time = value instanceof ICAL.Period ? value.start : value
    if (!(time instanceof ICAL.Time)) return []
    const isUtc = time.zone === ICAL.Timezone.utcTimezone
    const named = isUtc ? 'UTC' : typeof zone === 'string' ? zone : undefined
    return [{ wall: wallOf(time), zone: named, isDay: time.isDate }]
  })
}

const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** All times of an event that are in the period, as the rule, the added and excluded days and the moved ones tell them. */
function* occurrencesOf(
  event: Event,
  moved: readonly Event[],
  clock: FileClock,
  period: CalendarReading,
  budget: { steps: number },
): Generator<Occurrence> {
  const at = (time: ToldTime) => clock.instantOf(time, event.start)
  const start = at(event.start)
  const length = lengthOf(event, start, clock)
  const replaced = new Set(moved.map(({ moved }) => at(moved as ToldTime)))
  const excludedDays = new Set(event.excluded.filter(({ isDay }) => isDay).map(({ wall }) => wall))
  const excluded = new Set(event.excluded.filter(({ isDay }) => !isDay).map(at))
  const seen = new Set<Instant>()
  const isIn = (from: Instant, to: Instant) => to > period.from && from < period.to
  for (const told of starts(event, clock, period, budget)) {
    const from = at(told)
    const dayWall = Math.floor(told.wall / 86_400_000) * 86_400_000
    if (seen.has(from) || replaced.has(from) || excluded.has(from) || excludedDays.has(dayWall)) continue
    seen.add(from)
    const to = from + length(told)
    if (!event.cancelled && isIn(from, to)) yield { id: `${event.uid} ${from}`, from, to, ...event.told }
  }
  for (const other of moved) {
    if (other.cancelled) continue
    const from = clock.instantOf(other.start, other.start)
    const to = from + lengthOf(other, from, clock)(other.start)
    if (isIn(from, to)) yield { id: `${event.uid} ${at(other.moved as ToldTime)}`, from, to, ...other.told }
  }
}

/** Wall times at which it begins, earliest first for each rule. */
function* starts(
  { start, rules, added }: Event,
  clock: FileClock,
  period: CalendarReading,
  budget: { steps: number },
): Generator<ToldTime> {
  if (rules.length === 0) yield start
  for (const rule of rules) {
    const iterator = rule.iterator(timeOf(start))
    for (let step = 0; ; step++) {
      if (step >= mostSteps || --budget.steps < 0) throw new Problem('it comes too often to be a shift')
      const next = iterator.next()
      if (!next) break
      const told = { ...start, wall: wallOf(next) }
      if (clock.instantOf(told, start) >= period.to) break
      yield told
    }
  }
  yield* added
}

function timeOf({ wall, isDay }: ToldTime): ICAL.Time {
  const text = new Date(wall).toISOString()
  return isDay ? ICAL.Time.fromDateString(text.slice(0, 10)) : ICAL.Time.fromDateTimeString(text.slice(0, 19))
}

/** How long an occurrence takes: days are days of the wall, whatever the clock does in them. */
function lengthOf(event: Event, start: Instant, clock: FileClock): (told: ToldTime) => number {
  const { end, duration } = event
  if (event.start.isDay) {
    const days = end
      ? Math.max(1, Math.round((end.wall - event.start.wall) / 86_400_000))
      : Math.max(1, Math.round((duration ?? 0) / 86_400_000))
    return (told) => {
      const next =
        wallMs(`${addDays(new Date(told.wall).toISOString().slice(0, 10), days)}T00:00`) ?? told.wall
      return clock.instantOf({ ...told, wall: next }, told) - clock.instantOf(told, told)
    }
  }
  const length = end ? clock.instantOf(end, event.start) - start : (duration ?? 0)
  if (length < minute) throw new Problem('it has no length: it ends when it begins, or before')
  return () => length
}

/** The zones of one file: those that machines know, those that the file explains itself, and what was answered. */
class FileClock {
  readonly unknown = new Map<string, number>()
  private readonly floatingStarts = new Set<ToldTime>()
  private readonly fileZones = new Map<string, ICAL.Timezone>()
  private readonly asked = new Set<ToldTime>()

  constructor(
    private readonly reading: CalendarReading,
    zoneTexts: readonly string[],
  ) {
    for (const text of zoneTexts) {
      const zone = zoneFrom(text)
      if (zone) this.fileZones.set(zone.tzid, zone)
    }
  }

  get floating(): number {
    return this.floatingStarts.size
  }

  /** @param start of the event, which is counted once where its zone is not known */
  instantOf(time: ToldTime, start: ToldTime): Instant {
    const { reading } = this
    if (time.isDay || time.zone === undefined) {
      if (!time.isDay && !start.isDay) this.floatingStarts.add(start)
      return WallClock.of(reading.zone).instantAt(time.wall)
    }
    const named = reading.zones.get(time.zone) ?? time.zone
    if (isZone(named)) return WallClock.of(named).instantAt(time.wall)
    const zone = this.fileZones.get(named)
    if (zone) return time.wall - zone.utcOffset(timeOf(time)) * 1_000
    if (!this.asked.has(start)) this.unknown.set(time.zone, (this.unknown.get(time.zone) ?? 0) + 1)
    this.asked.add(start)
    throw new UnknownZone(time.zone)
  }
}

/** Undefined for rules that make no sense: then the zone is not known, and is asked about. */
function zoneFrom(text: string): ICAL.Timezone | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(text) as unknown as unknown[])
    const hasRules = ['standard', 'daylight'].some((kind) =>
      component
        .getAllSubcomponents(kind)
        .some(
          (rule) =>
            rule.hasProperty('dtstart') && rule.hasProperty('tzoffsetto') && rule.hasProperty('tzoffsetfrom'),
        ),
    )
    const zone = hasRules ? new ICAL.Timezone(component) : undefined
    zone?.utcOffset(ICAL.Time.fromDateTimeString('2026-06-01T00:00:00'))
    return zone
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Problem) return error.message
  return `it is no proper event: ${error instanceof Error ? error.message : String(error)}`
}
