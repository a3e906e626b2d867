import { clockMoment, type DayMoment, holdOverMoment, raisedMoment } from '@domain/notifications/moment'
import { noticeOf } from '@domain/notifications/notice'
import { expect, test } from 'vitest'

const minute = 60_000
const now = Date.UTC(2026, 10, 23, 9)
const context = {
  now,
  zone: 'Europe/Berlin',
  issue: (key: string) => ({ name: key.toUpperCase(), title: 'Meters do not report' }),
}
const resolve = (issue: string, severity: 1 | 2 | 3, dueAt: number) =>
  ({ issue, severity, dueAt, clock: 'resolve' }) as const

test('one warning says which clock, when, and in which zone', () => {
  const dueAt = now + 45 * minute
  expect(noticeOf([clockMoment('warning', resolve('a-1', 2, dueAt), now)], context)).toEqual({
    id: `warning:resolve:${dueAt}:a-1`,
    title: 'A-1 breaches in 45 min',
    body: 'Meters do not report\nSeverity 2. Resolve is due Mon 23 Nov 2026, 10:45, Europe/Berlin (UTC+01:00)',
    issue: 'a-1',
    urgency: 'normal',
  })
})

test('a severity 1, a breach and a hold that is over have words of their own', () => {
  expect(noticeOf([raisedMoment('a-1', now)], context)).toMatchObject({
    title: 'Severity 1: A-1',
    body: 'Meters do not report',
    urgency: 'critical',
  })
  expect(noticeOf([clockMoment('breached', resolve('a-1', 3, now), now)], context)).toMatchObject({
    title: 'Breached: A-1',
    urgency: 'normal',
  })
  expect(noticeOf([holdOverMoment('a-1', 3, now)], context).title).toBe('No longer on hold: A-1')
})

test('many are counted, the gravest named first, and told since when where they were missed', () => {
  const breaches = [1, 2, 3, 4, 5].map((number) =>
    clockMoment('breached', resolve(`b-${number}`, 3, now - 120 * minute), now - 120 * minute),
  )
  const notice = noticeOf([...breaches, raisedMoment('a-1', now), holdOverMoment('h-1', 2, now)], context)
  expect(notice.title).toBe('1 raised as severity 1, 5 breached, 1 no longer on hold')
  expect(notice.body.split('\n')).toEqual([
    'Since Mon 23 Nov 2026, 08:00, Europe/Berlin (UTC+01:00)',
    'A-1 Meters do not report',
    'H-1 Meters do not report',
    'B-1 Meters do not report',
    'and 4 more',
  ])
  expect(notice.issue).toBeUndefined()
  expect(notice.urgency).toBe('critical')
})

test('several of the day: the first is told whole, the others by what they are', () => {
  const moments = [
    dayMoment('Your shift starts at 10:30', now, 'Triage, 10:30 to 18:00'),
    dayMoment('Standup at 10:10', now - minute, 'Mon 23 Nov 2026, 10:10'),
    dayMoment('The window of Patch 4 opens', now, 'Until 12:00'),
  ]
  expect(noticeOf(moments, context)).toMatchObject({
    title: 'Standup at 10:10, and 2 more',
    body: 'Mon 23 Nov 2026, 10:10\nYour shift starts at 10:30\nThe window of Patch 4 opens',
    place: 'standups',
  })
})

const dayMoment = (title: string, at: number, body: string): DayMoment => ({
  id: title,
  kind: 'day',
  at,
  title,
  body,
  place: 'standups',
})
