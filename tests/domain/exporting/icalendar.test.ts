import { type CalendarEntry, toIcs } from '@domain/exporting/adapters/icalendar'
import { zoneRules } from '@domain/exporting/zone-rules'
import { describe, expect, test } from 'vitest'

const hour = 3_600_000
const noon = Date.UTC(2026, 10, 2, 12)

const entry = (told: Partial<CalendarEntry>): CalendarEntry => ({
  uid: 'a@war-room.invalid',
  sequence: 0,
  cancelled: false,
  from: noon,
  to: noon + 8 * hour,
  summary: 'Triage: Priya',
  description: '',
  category: 'Triage',
  isFree: false,
  ...told,
})
const organizer = { name: 'Wave 2', address: 'lena@example.com' }
const written = (entries: readonly CalendarEntry[], zone = 'Europe/Berlin') =>
  toIcs({ name: 'Wave 2: all shifts', zone, organizer, writtenAt: noon, entries })
/** What the lines say once they are unfolded. */
const linesOf = (ics: string) => ics.replace(/\r\n[ \t]/g, '').split('\r\n')

describe('a calendar file', () => {
  test('tells times on the wall, and the rules of its zone', () => {
    const lines = linesOf(written([entry({})]))
    expect(lines).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'VERSION:2.0', 'UID:a@war-room.invalid']))
    expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20261102T130000')
    expect(lines).toContain('DTEND;TZID=Europe/Berlin:20261102T210000')
    const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE') + 1)
    expect(zone).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ])
  })

  test('in UTC needs no zone', () => {
    const ics = written([entry({})], 'UTC')
    expect(linesOf(ics)).toContain('DTSTART:20261102T120000Z')
    expect(ics).not.toContain('VTIMEZONE')
  })

  test('tells a time that comes twice in UTC where the second is meant', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30)
    const lines = linesOf(
      written([
        entry({ from: first, to: first + 4 * hour }),
        entry({ uid: 'b', from: first + hour, to: first + 5 * hour }),
      ]),
    )
    expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20261025T023000')
    expect(lines).toContain('DTSTART:20261025T013000Z')
    expect(lines).toContain('DTEND:20261025T053000Z')
  })

  test('ends every line as it must, and none is longer than 75 bytes', () => {
    const summary = 'Wärmeübertragung, 交代; “night” 🌙 '.repeat(12)
    const ics = written([entry({ summary, description: 'one\r\ntwo\nEND:VEVENT' })])
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const encoder = new TextEncoder()
    for (const line of ics.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
    const lines = linesOf(ics)
    expect(lines).toContain(`SUMMARY:${summary.replace(/[,;]/g, '\\$&')}`)
    expect(lines).toContain('DESCRIPTION:one\\ntwo\\nEND:VEVENT')
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  })

  test('nothing that is in a name begins a line or a property of its own', () => {
    const lines = linesOf(
      toIcs({
        name: 'A\u2028B\nX-EVIL:1',
        zone: 'UTC',
        organizer: { name: 'Lena" ;X="1:\r\nATTENDEE', address: 'lena@example.com' },
        writtenAt: noon,
        entries: [entry({})],
      }),
    )
    expect(lines).toContain('X-WR-CALNAME:A B X-EVIL:1')
    expect(lines).toContain('ORGANIZER;CN="Lena\' ;X=\'1: ATTENDEE":mailto:lena@example.com')
  })

  test('says what is no more', () => {
    const lines = linesOf(written([entry({ cancelled: true, sequence: 3 })]))
    expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:3', 'TRANSP:TRANSPARENT']))
  })
})

describe('the rules of a zone', () => {
  const rules = (zone: string, years = 1) =>
    zoneRules(zone, noon, noon + years * 365 * 24 * hour).map(({ wall, offsetAfter, yearly }) => [
      wall,
      offsetAfter / 3600,
      yearly,
    ])

  test('are two a year where they are the same every year', () => {
    expect(rules('America/New_York')).toEqual([
      ['2026-11-01T02:00:00', -5, 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'],
      ['2026-03-08T02:00:00', -4, 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'],
    ])
    expect(rules('Australia/Lord_Howe').map(([, offset]) => offset)).toEqual([10.5, 11])
  })

  test('are told one by one where they follow the moon, and need none where clocks stand', () => {
    const told = rules('Africa/Casablanca', 2)
    expect(told.length).toBeGreaterThan(4)
    expect(told.every(([, , yearly]) => yearly === undefined)).toBe(true)
    expect(rules('Asia/Kolkata')).toEqual([['1970-01-01T00:00:00', 5.5, undefined]])
  })
})
