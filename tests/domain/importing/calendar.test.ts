import { type CalendarReading, mostOccurrences, readIcs } from '@domain/importing/adapters/icalendar'
import { readScheduleTable } from '@domain/importing/schedule-table'
import { describe, expect, test } from 'vitest'

const period: CalendarReading = {
  from: Date.UTC(2026, 10, 1),
  to: Date.UTC(2026, 11, 1),
  zone: 'Europe/Berlin',
  zones: new Map(),
}
const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:a',
  'SUMMARY:Triage: Priya',
  ...lines,
  'END:VEVENT',
]
const file = (...events: (readonly string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n')
const times = (text: string, reading = period) =>
  readIcs(text, reading).occurrences.map(({ from, to }) => `${iso(from)} ${iso(to)}`)
const iso = (at: number) => new Date(at).toISOString().slice(5, 16)

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Head Office',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

describe('a calendar file is read', () => {
  test('with times in a zone, in UTC, and lengths', () => {
    expect(times(file(event('DTSTART;TZID=Europe/Berlin:20261102T090000', 'DURATION:PT8H')))).toEqual([
      '11-02T08:00 11-02T16:00',
    ])
    expect(times(file(event('DTSTART:20261102T090000Z', 'DTEND:20261102T100000Z')))).toEqual([
      '11-02T09:00 11-02T10:00',
    ])
  })

  test('with recurrences, exceptions and what was moved', () => {
    const text = file(
      event(
        'DTSTART;TZID=Europe/Berlin:20261102T090000',
        'DTEND;TZID=Europe/Berlin:20261102T170000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE:20261109T080000Z',
        'RDATE;TZID=Europe/Berlin:20261120T090000',
      ),
      event(
        'RECURRENCE-ID;TZID=Europe/Berlin:20261116T090000',
        'DTSTART;TZID=Europe/Berlin:20261117T100000',
        'DTEND;TZID=Europe/Berlin:20261117T110000',
      ),
    )
    expect(times(text)).toEqual([
      '11-02T08:00 11-02T16:00',
      '11-17T09:00 11-17T10:00',
      '11-20T08:00 11-20T16:00',
      '11-23T08:00 11-23T16:00',
    ])
  })

  test('keeps the wall time of a recurrence when clocks are set, and has no end beyond the period', () => {
    const text = file(
      event('DTSTART;TZID=Europe/Berlin:20261019T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO'),
    )
    const october = { ...period, from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 9, 31) }
    expect(times(text, october)).toEqual(['10-19T07:00 10-19T08:00', '10-26T08:00 10-26T09:00'])
  })

  test('with whole days, which are those of the engagement', () => {
    expect(times(file(event('DTSTART;VALUE=DATE:20261102', 'DTEND;VALUE=DATE:20261104')))).toEqual([
      '11-01T23:00 11-03T23:00',
    ])
    expect(times(file(event('DTSTART;VALUE=DATE:20261102')))).toEqual(['11-01T23:00 11-02T23:00'])
  })

  test('by the rules that it brings for a zone of its own', () => {
    const own = event('DTSTART;TZID=Head Office:20261102T090000', 'DURATION:PT1H')
    expect(times(file(berlin, own))).toEqual(['11-02T08:00 11-02T09:00'])
  })

  test('asking for a zone that nobody knows, one with broken rules too, and then going by the answer', () => {
    const broken = [
      'BEGIN:VTIMEZONE',
      'TZID:Mars/Base',
      'BEGIN:STANDARD',
      'TZOFFSETTO:banana',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const text = file(
      broken,
      event('DTSTART;TZID=Mars/Base:20261102T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
    )
    const read = readIcs(text, period)
    expect(read).toMatchObject({ occurrences: [], unread: [], unknownZones: new Map([['Mars/Base', 1]]) })
    const answered = { ...period, zones: new Map([['Mars/Base', 'America/New_York']]) }
    expect(times(text, answered)[0]).toBe('11-02T14:00 11-02T15:00')
  })

  test('saying how many times name no zone at all', () => {
    const read = readIcs(file(event('DTSTART:20261102T090000', 'DURATION:PT1H')), period)
    expect(read).toMatchObject({ floating: 1, unknownZones: new Map() })
    expect(iso(read.occurrences[0]?.from ?? 0)).toBe('11-02T08:00')
  })

  test('through a byte order mark, single line feeds and broken folding', () => {
    const text = `\ufeff${file(
      event(
        'DTSTART;TZID=Europe/Ber',
        ' lin:20261102T090000',
        'DURATION:PT1H',
        'DESCRIPTION:it goes on',
        'without a space',
      ),
    ).replaceAll('\r\n', '\n')}`
    expect(times(text)).toEqual(['11-02T08:00 11-02T09:00'])
  })

  test('without what is broken, which holds nothing else up and is named by its line', () => {
    const good = event('DTSTART:20261102T090000Z', 'DURATION:PT1H')
    const read = readIcs(
      file(
        event('DTSTART:banana', 'DURATION:PT1H'),
        event('DTSTART:20261102T090000Z', 'DTEND:20261102T080000Z'),
        event('DTSTART:20261102T090000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY').map((line) =>
          line.replace('UID:a', 'UID:s'),
        ),
        good.map((line) => line.replace('UID:a', 'UID:g')),
        ['BEGIN:VEVENT', 'UID:cut'],
      ),
      period,
    )
    expect(read.occurrences).toHaveLength(1)
    expect(read.unread.map(({ line }) => line)).toEqual([3, 9, 15, 28])
    for (const { reason } of read.unread) expect(reason.length).toBeGreaterThan(10)
  })

  test('with nothing of what was cancelled', () => {
    expect(times(file(event('DTSTART:20261102T090000Z', 'DURATION:PT1H', 'STATUS:CANCELLED')))).toEqual([])
  })

  test('of ten thousand events and a megabyte, in bounds', () => {
    const many = Array.from({ length: 10_000 }, (_, place) => [
      'BEGIN:VEVENT',
      `UID:${place}`,
      `DTSTART;TZID=Europe/Berlin:202611${String((place % 28) + 1).padStart(2, '0')}T090000`,
      'DURATION:PT1H',
      ...(place % 10 === 0 ? ['RRULE:FREQ=DAILY;COUNT=5'] : []),
      'END:VEVENT',
    ])
    const read = readIcs(file(...many), period)
    expect(read.events).toBe(10_000)
    expect(read.occurrences.length).toBeGreaterThan(10_000)
    expect(read.occurrences.length).toBeLessThanOrEqual(mostOccurrences)
    const endless = readIcs(
      file(...many.map((lines) => [...lines.slice(0, -1), 'RRULE:FREQ=DAILY', 'END:VEVENT'])),
      period,
    )
    expect(endless.occurrences).toHaveLength(mostOccurrences)
    expect(endless.unread[0]?.reason).toContain('more than')
  })
})

describe('a table of shifts is read', () => {
  const zone = 'Europe/Berlin'

  test('by the head it has, whatever parts its cells', () => {
    const { entries, unread } = readScheduleTable(
      '\ufeffRolle;Mitarbeiter;Von;Bis\nTriage;"Raman; Priya";2026-11-02 09:00;2026-11-02 17:00\n;;;\n',
      zone,
    )
    expect(unread).toEqual([])
    expect(entries).toMatchObject([{ people: ['Raman; Priya'], words: ['Triage'] }])
    expect(iso(entries[0]?.from ?? 0)).toBe('11-02T08:00')
  })

  test('without what cannot be read, and without guessing at dates', () => {
    const { entries, unread } = readScheduleTable(
      [
        'Person,Role,Start,End',
        'Priya,Triage,2026-11-02T09:00:00+02:00,2026-11-02T17:00Z',
        'Priya,Triage,03/04/2026 09:00,2026-11-02 17:00',
        ',Triage,2026-11-02 09:00,2026-11-02 17:00',
        'Priya,Triage,2026-11-02 09:00,2026-11-02 08:00',
      ].join('\r\n'),
      zone,
    )
    expect(entries.map(({ from, to }) => [iso(from), iso(to)])).toEqual([['11-02T07:00', '11-02T17:00']])
    expect(unread.map(({ line }) => line)).toEqual([3, 4, 5])
  })

  test('not at all without the columns it needs', () => {
    expect(readScheduleTable('a,b\n1,2', zone)).toMatchObject({ entries: [], unread: [{ line: 1 }] })
    expect(readScheduleTable('', zone)).toMatchObject({ entries: [], unread: [{ line: 1 }] })
  })
})
