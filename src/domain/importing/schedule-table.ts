import type { Instant } from '../model/value'
import type { ScheduleEntry } from '../rotation/schedule'
import { WallClock, wallMs } from '../time/wall-clock'
import { delimiters, splitRows } from './delimited'

/** Headers by which a table may call its columns; the first that fits is taken. */
const headers = {
  person: [
    'person',
    'name',
    'who',
    'employee',
    'resource',
    'email',
    'e-mail',
    'mitarbeiter',
    'mitarbeiterin',
    'nom',
  ],
  role: ['role', 'shift', 'position', 'duty', 'rolle', 'schicht', 'rôle'],
  from: ['from', 'start', 'begin', 'starts', 'von', 'beginn', 'début'],
  to: ['to', 'end', 'until', 'ends', 'bis', 'ende', 'fin'],
} as const
type ColumnName = keyof typeof headers

export interface ScheduleTable {
  readonly rows: number
  readonly entries: readonly ScheduleEntry[]
  readonly unread: readonly { readonly line: number; readonly reason: string }[]
}

const mostRows = 50_000

/**
 * A schedule in a table with a head: person, role, from, to. Times are `2026-11-23 09:00` on the wall of the zone, or have
 * an offset of their own; no other way to write a date is guessed at.
 */
export function readScheduleTable(text: string, zone: string): ScheduleTable {
  const rows = splitRows(text.replace(/^\ufeff/, ''), delimiterOf(text), mostRows + 1)
  const places = placesIn(rows[0] ?? [])
  const missing = (['person', 'from', 'to'] as const).filter((name) => places[name] < 0)
  if (missing.length > 0)
    return {
      rows: Math.max(0, rows.length - 1),
      entries: [],
      unread: [{ line: 1, reason: `the first line names no column “${missing.join('”, “')}”` }],
    }
  const entries: ScheduleEntry[] = []
  const unread: { line: number; reason: string }[] = []
  const clock = WallClock.of(zone)
  for (const [place, row] of rows.slice(1).entries()) {
    const cell = (name: ColumnName) => (row[places[name]] ?? '').trim()
    if (row.every((text) => text.trim() === '')) continue
    const [from, to] = [instantOf(cell('from'), clock), instantOf(cell('to'), clock)]
    const reason = problemOf(cell('person'), from, to)
    if (reason !== undefined || from === undefined || to === undefined) {
      unread.push({ line: place + 2, reason: reason ?? '' })
      continue
    }
    const id = `${cell('person')} ${cell('role')} ${from}`
    entries.push({ id, from, to, people: [cell('person')], words: [cell('role')] })
  }
  return { rows: Math.max(0, rows.length - 1), entries, unread }
}

function problemOf(person: string, from: Instant | undefined, to: Instant | undefined): string | undefined {
  if (person === '') return 'it names nobody'
  if (from === undefined || to === undefined) return 'a time is not written like 2026-11-23 09:00'
  return from < to ? undefined : 'it ends when it begins, or before'
}

function instantOf(text: string, clock: WallClock): Instant | undefined {
  const [, day, time, offset] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? []
  const wall = wallMs(`${day}T${time}`)
  if (wall === undefined) return undefined
  if (!offset) return clock.instantAt(wall)
  const [sign, hours, minutes] = [
    offset[0] === '-' ? -1 : 1,
    Number(offset.slice(1, 3)),
    Number(offset.slice(-2)),
  ]
  return offset === 'Z' ? wall : wall - sign * (hours * 60 + minutes) * 60_000
}

function placesIn(head: readonly string[]): Record<ColumnName, number> {
  const cells = head.map((cell) => cell.trim().toLocaleLowerCase('en'))
  const placeOf = (name: ColumnName) => {
    const words: readonly string[] = headers[name]
    return cells.findIndex((cell) => words.includes(cell))
  }
  return { person: placeOf('person'), role: placeOf('role'), from: placeOf('from'), to: placeOf('to') }
}

function delimiterOf(text: string): string {
  const head = text.split(/[\r\n]/, 1)[0] ?? ''
  const counts = delimiters.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).delimiter
}
