import { defaultPolicy } from '@domain/model/engagement'
import { supportCalendar } from '@domain/time/support-calendar'
import { describe, expect, test } from 'vitest'

const hour = 60 * 60_000
const berlin = { ...defaultPolicy, zone: 'Europe/Berlin' } as const

describe('a support calendar', () => {
  test('is open in its hours, on its days, in its zone', () => {
    const calendar = supportCalendar(berlin)
    const monday = Date.UTC(2026, 10, 23)
    expect(calendar.isOpenAt(monday + 7 * hour - 1)).toBe(false)
    expect(calendar.isOpenAt(monday + 7 * hour)).toBe(true)
    expect(calendar.isOpenAt(monday + 17 * hour - 1)).toBe(true)
    expect(calendar.isOpenAt(monday + 17 * hour)).toBe(false)
    expect(calendar.isOpenAt(monday - 24 * hour + 10 * hour)).toBe(false)
  })

  test('keeps wall time when clocks change', () => {
    const { spansOn } = supportCalendar({ ...berlin, 'hours.sun': '01:00-04:00' })
    const [forward] = spansOn('2026-03-29')
    const [back] = spansOn('2026-10-25')
    expect(forward && (forward.to - forward.from) / hour).toBe(2)
    expect(back && (back.to - back.from) / hour).toBe(4)
  })

  test('opens and closes when the clock on the wall has reached a time, the first time it does', () => {
    const hoursOf = (day: string, hours: string) =>
      supportCalendar({ ...berlin, 'hours.sun': hours })
        .spansOn(day)
        .map(({ from, to }) => [from, to].map((at) => new Date(at).toISOString().slice(11, 16)))
    // The clock is put forward from 02:00 to 03:00, at 01:00 in Greenwich.
    expect(hoursOf('2026-03-29', '02:15-05:00')).toEqual([['01:00', '03:00']])
    expect(hoursOf('2026-03-29', '00:00-02:30')).toEqual([['23:00', '01:00']])
    expect(hoursOf('2026-03-29', '02:15-02:45')).toEqual([])
    // The hour from 02:00 is passed twice, from 00:00 in Greenwich.
    expect(hoursOf('2026-10-25', '02:15-02:45')).toEqual([['00:15', '00:45']])
    expect(hoursOf('2026-10-25', '02:30-03:00')).toEqual([['00:30', '02:00']])
  })

  test('has no hours on a day that a zone left out', () => {
    const samoa = { zone: 'Pacific/Apia', 'hours.thu': '22:00-24:00', 'hours.fri': '08:00-18:00' }
    expect(supportCalendar(samoa).spansOn('2011-12-30')).toEqual([])
    expect(supportCalendar(samoa).spansOn('2011-12-29')).toHaveLength(1)
  })

  test('joins hours that run into each other, in whatever order they were typed', () => {
    const { spansOn } = supportCalendar({
      zone: 'UTC',
      'hours.mon': '13:00-18:00 08:00-12:00 11:00-13:00 20:00-21:00',
    })
    const monday = Date.UTC(2026, 10, 23)
    expect(spansOn('2026-11-23')).toEqual([
      { from: monday + 8 * hour, to: monday + 18 * hour },
      { from: monday + 20 * hour, to: monday + 21 * hour },
    ])
  })

  test('has hours of its own for a single day, also on a holiday, also none', () => {
    const calendar = supportCalendar({
      ...berlin,
      'holiday:2026-12-25': 'Christmas Day',
      'extended:2026-12-25': '10:00-12:00',
      'extended:2026-12-24': '',
      'extended:2026-12-23': null,
    })
    const length = (day: string) =>
      calendar.spansOn(day).reduce((sum, { from, to }) => sum + to - from, 0) / hour
    expect(['2026-12-23', '2026-12-24', '2026-12-25'].map(length)).toEqual([10, 0, 2])
    expect(calendar.holidays).toEqual([{ day: '2026-12-25', name: 'Christmas Day' }])
  })

  test('is closed on a holiday, until it is none after all', () => {
    const christmas = supportCalendar({ ...berlin, 'holiday:2026-12-25': 'Christmas Day' })
    expect(christmas.holidayOn('2026-12-25')).toBe('Christmas Day')
    expect(christmas.spansOn('2026-12-25')).toEqual([])
    const worked = supportCalendar({ ...berlin, 'holiday:2026-12-25': null })
    expect(worked.holidayOn('2026-12-25')).toBeUndefined()
    expect(worked.spansOn('2026-12-25')).toHaveLength(1)
  })

  test('takes two spans a day and the end of a day, and leaves out hours that are none', () => {
    const { spansOn } = supportCalendar({
      zone: 'UTC',
      'hours.mon': '08:00-12:00 13:00-24:00',
      'hours.tue': '18:00-08:00',
      'hours.wed': '08:75-09:99',
    })
    const monday = Date.UTC(2026, 10, 23)
    expect(spansOn('2026-11-23')).toEqual([
      { from: monday + 8 * hour, to: monday + 12 * hour },
      { from: monday + 13 * hour, to: monday + 24 * hour },
    ])
    expect(spansOn('2026-11-24')).toEqual([])
    expect(spansOn('2026-11-25')).toEqual([])
  })

  test('an engagement that says nothing is never open', () => {
    expect(supportCalendar({}).isOpenAt(Date.UTC(2026, 10, 23, 12))).toBe(false)
  })
})
