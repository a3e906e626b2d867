import { cadenceOf } from '@domain/cadence/cadence'
import { defaultPolicy } from '@domain/model/engagement'
import { allMoments, holdOverMoment } from '@domain/notifications/moment'
import { noticeOf } from '@domain/notifications/notice'
import { plan } from '@domain/notifications/plan'
import { defaultNotificationSettings } from '@domain/notifications/settings'
import { StandupMoments } from '@domain/notifications/standup-moments'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const minute = 60_000
/** Monday 2 March 2026, 09:00 in Berlin. */
const nine = Date.UTC(2026, 2, 2, 8)

function watching(held = new Set<string>()) {
  const laptop = makeLaptop('a')
  laptop.write({ entity: 'cadencePhase', key: 'p', fields: { fromDay: 1, standup: 'daily' } })
  const goLiveAt = nine - 7 * 24 * 60 * minute
  const rows = laptop.replica.rows('cadencePhase').values()
  const cadence = cadenceOf(rows, { ...defaultPolicy, zone: 'Europe/Berlin', goLiveAt })
  let time = nine - 30 * minute
  const moments = allMoments([
    new StandupMoments(
      () => ({ cadence, isHeld: (day) => held.has(day) }),
      () => time,
    ),
  ])
  let memory = plan(undefined, moments, time, defaultNotificationSettings, 'Europe/Berlin').memory
  return (at: number, quiet: { from: string; to: string } | null = null) => {
    time = at
    const planned = plan(memory, moments, at, { ...defaultNotificationSettings, quiet }, 'Europe/Berlin')
    memory = planned.memory
    return {
      told: planned.show.map((moment) => ('title' in moment ? moment.title : '')),
      wakeAt: planned.wakeAt,
    }
  }
}

test('a standup is told ten minutes before, once', () => {
  const look = watching()
  expect(look(nine - 20 * minute)).toEqual({ told: [], wakeAt: nine - 10 * minute })
  expect(look(nine - 10 * minute).told).toEqual(['Standup at 09:00'])
  expect(look(nine - 5 * minute).told).toEqual([])
  expect(look(nine + 24 * 60 * minute - 9 * minute).told).toEqual(['Standup at 09:00'])
})

test('one that is held already, or was missed while the laptop slept, is not told', () => {
  expect(watching(new Set(['2026-03-02']))(nine - 10 * minute).told).toEqual([])
  const look = watching()
  expect(look(nine + minute).told).toEqual([])
  expect(look(nine + 75 * 60 * minute).told).toEqual([])
})

test('one whose time came in quiet hours is not told when it is past', () => {
  const look = watching()
  expect(look(nine - 10 * minute, { from: '08:00', to: '09:05' }).told).toEqual([])
  expect(look(nine + 6 * minute).told).toEqual([])
})

test('beside an issue it is told in the same breath, and leads to the issues', () => {
  const day = {
    id: 's',
    kind: 'day',
    at: nine,
    title: 'Standup at 09:00',
    body: 'Monday',
    place: 'standups',
  } as const
  const context = { now: nine, zone: 'UTC', issue: (key: string) => ({ name: key, title: 'Meters' }) }
  expect(noticeOf([day], context)).toMatchObject({
    title: 'Standup at 09:00',
    body: 'Monday',
    place: 'standups',
  })
  expect(noticeOf([day, holdOverMoment('A-1', 2, nine)], context)).toMatchObject({
    title: '1 no longer on hold, Standup at 09:00',
    issue: 'A-1',
  })
})
