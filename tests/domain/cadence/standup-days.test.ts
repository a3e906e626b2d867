import { cadenceOf } from '@domain/cadence/cadence'
import { nextStandup, standupAt } from '@domain/cadence/standup-days'
import { wallTimesIn } from '@domain/cadence/wall-times'
import { defaultPolicy } from '@domain/model/engagement'
import type { CadencePhase, Engagement } from '@domain/model/entities'
import { readWeekdays, weekdaysText } from '@domain/time/weekday-text'
import { describe, expect, it } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const berlin = 'Europe/Berlin'
/** Monday 16 March 2026, 06:00 in Berlin. */
const goLiveAt = Date.UTC(2026, 2, 16, 5)

function cadence(phases: readonly CadencePhase[], engagement: Engagement = {}) {
  const laptop = makeLaptop('a')
  laptop.write(
    phases.map((fields, place) => ({ entity: 'cadencePhase', key: `p${place}`, fields: { ...fields } })),
  )
  const rows = laptop.replica.rows('cadencePhase').values()
  return cadenceOf(rows, { ...defaultPolicy, zone: berlin, goLiveAt, ...engagement })
}

const days = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => `2026-03-${String(from + place).padStart(2, '0')}`)
const held = (plan: ReturnType<typeof cadence>, from: number, count: number) =>
  days(from, count).filter((day) => standupAt(day, plan) !== undefined)

describe('the days of standups', () => {
  it('are the workdays of a daily phase, and none before go-live or after the plan', () => {
    const plan = cadence([{ fromDay: 1, toDay: 9, standup: 'daily' }])
    expect(held(plan, 14, 16)).toEqual([...days(16, 5), ...days(23, 2)])
  })

  it('move to the next workday where nobody works on theirs', () => {
    const twice = cadence([{ fromDay: 1, standup: 'twice-weekly' }], { 'holiday:2026-03-17': 'Founding day' })
    expect(held(twice, 16, 12)).toEqual(['2026-03-18', '2026-03-19', '2026-03-24', '2026-03-26'])
    const weekly = cadence([{ fromDay: 1, standup: 'weekly' }])
    expect(held(weekly, 16, 14)).toEqual(['2026-03-17', '2026-03-24'])
  })

  it('are those that the phase names, in place of the usual ones', () => {
    const twice = cadence([{ fromDay: 1, standup: 'twice-weekly', standupDays: 'Mon, Fri' }], {
      'holiday:2026-03-20': 'Founding day',
    })
    // Friday's moves to Monday, which has one already.
    expect(held(twice, 16, 12)).toEqual(['2026-03-16', '2026-03-23', '2026-03-27'])
    const weekly = cadence([{ fromDay: 1, standup: 'weekly', standupDays: 'whenever' }])
    expect(held(weekly, 16, 7)).toEqual(['2026-03-17'])
    expect(held(cadence([{ fromDay: 1, standup: 'daily', standupDays: 'Mon' }]), 16, 3)).toHaveLength(3)
  })

  it('follow the phase that began later where two claim a day', () => {
    const plan = cadence([
      { fromDay: 1, toDay: 30, standup: 'daily' },
      { fromDay: 4, toDay: 5, standup: 'none' },
    ])
    expect(held(plan, 16, 7)).toEqual(['2026-03-16', '2026-03-17', '2026-03-18'])
  })

  it('are all days where nobody has told support hours', () => {
    const closed = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [`hours.${weekday}`, null]),
    )
    expect(held(cadence([{ fromDay: 1, standup: 'daily' }], closed), 20, 3)).toEqual(days(20, 3))
  })

  it('have the same time on the wall before and after the clocks go forward', () => {
    const plan = cadence([{ fromDay: 1, standup: 'daily', standupTime: '8:45' }])
    expect(standupAt('2026-03-27', plan)).toBe(Date.UTC(2026, 2, 27, 7, 45))
    expect(standupAt('2026-03-30', plan)).toBe(Date.UTC(2026, 2, 30, 6, 45))
  })

  it('say which comes next, those already held left out', () => {
    const plan = cadence([{ fromDay: 1, standup: 'daily' }])
    const friday = Date.UTC(2026, 2, 20, 7, 30)
    expect(nextStandup(plan, friday)?.day).toBe('2026-03-20')
    expect(nextStandup(plan, friday, (day) => day === '2026-03-20')?.day).toBe('2026-03-23')
    expect(nextStandup(plan, Date.UTC(2026, 2, 20, 8, 1))?.day).toBe('2026-03-23')
    expect(nextStandup(cadence([]), friday)).toBeUndefined()
    expect(
      nextStandup(cadence([{ fromDay: 1, standup: 'daily' }], { goLiveAt: null }), friday),
    ).toBeUndefined()
  })
})

describe('times of day in a text', () => {
  it.each([
    ['08:30 13:00 16:30', ['08:30', '13:00', '16:30']],
    ['16.30, 9:00 and 9:00', ['09:00', '16:30']],
    ['25:00 12:60 noon 1:2:3', []],
    [null, []],
  ])('%s', (text, times) => expect(wallTimesIn(text)).toEqual(times))
})

describe('weekdays in a text', () => {
  it.each([
    ['thu, Mon', 'Mon, Thu'],
    ['Mondays and Thursdays', 'Mon, Thu'],
    ['weekdays', 'Mon, Tue, Wed, Thu, Fri'],
    ['Fri-Mon', 'Mon, Fri, Sat, Sun'],
    ['sometimes', undefined],
    ['', undefined],
  ])('%s', (text, told) => {
    const days = readWeekdays(text)
    expect(days && weekdaysText(days)).toBe(told)
  })
})
