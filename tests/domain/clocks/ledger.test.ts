import { durationText, exactDurationText } from '@domain/clocks/clock-words'
import { describe, expect, test } from 'vitest'
import { day, hour, minute, monday, told } from './told-issue'

describe('a ledger', () => {
  test('explains a weekend on hold, line by line', () => {
    const issue = told([
      [0, { severity: 2, raisedAt: monday + 4 * day + 8 * hour }],
      [4 * day + 9 * hour, { status: 'on-hold' }],
      [7 * day - hour, { status: 'in-progress' }],
    ])
    const lines = issue.ledger('resolve', 7 * day + hour)?.lines
    expect(lines?.map(({ from, to, counted, why }) => [(to - from) / hour, counted, why])).toEqual([
      [1, true, 'Support hours'],
      [62, false, 'Rests while on hold'],
      [1, false, 'Closed: outside support hours'],
      [1, true, 'Support hours'],
    ])
  })

  test('has one line for hours in which only the status changed', () => {
    const issue = told([
      [0, { severity: 2 }],
      [hour, { status: 'triaged' }],
      [2 * hour, { status: 'in-progress' }],
    ])
    expect(issue.ledger('resolve', 3 * hour)?.lines).toEqual([
      { from: monday, to: monday + 3 * hour, counted: true, why: 'Support hours' },
    ])
  })

  test('names the holidays on which nobody was there, and not those with hours of their own', () => {
    const issue = told(
      [[0, { severity: 2, raisedAt: monday + 9 * hour }]],
      [
        [-day, { 'holiday:2026-03-03': 'Carnival', 'holiday:2026-03-04': '' }],
        [-day, { 'holiday:2026-03-05': 'Open after all', 'extended:2026-03-05': '10:00-12:00' }],
      ],
    )
    expect(issue.ledger('resolve', 3 * day + 3 * hour)?.lines.map(({ why }) => why)).toEqual([
      'Support hours',
      'Closed: Carnival, a holiday',
      'Support hours',
    ])
  })

  test('counts holidays beyond the first three', () => {
    const holidays = Object.fromEntries(
      [3, 4, 5, 6, 7].map((date) => [`holiday:2026-03-0${date}`, `Day ${date}`]),
    )
    const issue = told([[0, { severity: 2 }]], [[-day, holidays]])
    expect(issue.ledger('resolve', 7 * day)?.lines[1]?.why).toBe('Closed: Day 3, Day 4, Day 5, 2 more')
  })

  test('has no line without length when an issue was put on hold just now', () => {
    const issue = told([
      [0, { severity: 1 }],
      [hour, { status: 'on-hold' }],
    ])
    const ledger = issue.ledger('resolve', hour)
    expect(ledger?.reading.state).toBe('paused')
    expect(ledger?.lines.map(({ why }) => why)).toEqual(['Counts around the clock'])
  })

  test('says which promise holds and how often the severity changed', () => {
    const issue = told([
      [0, { severity: 3 }],
      ...[2, 3, 2, 3, 2, 3, 2, 3, 2, 1].map((severity, index) => [(index + 1) * hour, { severity }] as const),
    ])
    expect(issue.ledger('resolve', day)?.notes).toEqual([
      'It is held to severity 1.',
      'Resolve within 4 h.',
      'The severity changed 10 times, last on Mon 2 Mar 2026, 18:00. The target is counted from when the issue was raised.',
    ])
    expect(issue.ledger('update', day)?.notes).toContain(
      'The severity changed 10 times, last on Mon 2 Mar 2026, 18:00. The target is counted from the last news.',
    )
  })

  test('says whose word on the severity it is', () => {
    expect(told([]).ledger('resolve', hour)?.notes[0]).toBe(
      'Nobody has said how severe this is, so it is held to severity 3.',
    )
    expect(told([[0, { reportedSeverity: 2 }]]).ledger('resolve', hour)?.notes[0]).toBe(
      'Only its reporter has said how severe this is: it is held to severity 2.',
    )
  })

  test('says when an update was promised by hand', () => {
    const issue = told([[0, { severity: 1, nextUpdateDue: monday + day }]])
    expect(issue.ledger('update', hour)?.notes).toContain(
      'The next update was promised for Tue 3 Mar 2026, 08:00, which stands in place of the target.',
    )
  })

  test('says that a clock without support hours never falls due', () => {
    const closed = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [`hours.${weekday}`, '']),
    )
    const ledger = told([[0, { severity: 2 }]], [[-day, closed]]).ledger('resolve', 9 * day)
    expect(ledger?.reading).toMatchObject({ state: 'running', counted: 0, dueAt: undefined, breached: false })
    expect(ledger?.notes).toContain('It never falls due: the calendar has too few support hours ahead.')
    expect(ledger?.lines).toEqual([
      { from: monday, to: monday + 9 * day, counted: false, why: 'Closed: outside support hours' },
    ])
  })
})

test('durations are in hours and minutes, never in days', () => {
  expect([0, 1, minute, hour, 80 * hour + 20 * minute, -hour].map(durationText)).toEqual([
    '0 min',
    'less than a minute',
    '1 min',
    '1 h',
    '80 h 20 min',
    '1 h',
  ])
})

test('sums that can be checked are told to the second', () => {
  expect([0, 12_345, minute, hour + 5_000, 3 * hour + 20 * minute + 5_999].map(exactDurationText)).toEqual([
    '0 s',
    '12 s',
    '1 min',
    '1 h 5 s',
    '3 h 20 min 5 s',
  ])
})
