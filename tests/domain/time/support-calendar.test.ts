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
