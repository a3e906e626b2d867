import { clocksOf } from '@domain/clocks/clock'
import { describe, expect, test } from 'vitest'
import { day, hour, minute, monday, told } from './told-issue'

describe('the clock of acknowledging', () => {
  test('runs from being raised until the issue leaves “new”', () => {
    const issue = told([
      [0, { severity: 1 }],
      [10 * minute, { status: 'triaged' }],
      [hour, { status: 'new' }],
    ])
    expect(issue.clock('acknowledge', 5 * minute)).toMatchObject({
      state: 'running',
      counted: 5 * minute,
      dueAt: monday + 15 * minute,
      breached: false,
    })
    expect(issue.clock('acknowledge', day)).toMatchObject({
      state: 'stopped',
      stoppedAt: monday + 10 * minute,
      counted: 10 * minute,
      dueAt: undefined,
      breached: false,
    })
  })

  test('stops when a source says so, if that was earlier', () => {
    const issue = told([
      [0, { severity: 1, acknowledgedAt: monday + 20 * minute }],
      [hour, { status: 'triaged' }],
    ])
    expect(issue.clock('acknowledge', 19 * minute)).toMatchObject({ state: 'running', breached: true })
    expect(issue.clock('acknowledge', day)).toMatchObject({
      stoppedAt: monday + 20 * minute,
      breached: true,
      dueAt: monday + 15 * minute,
    })
  })

  test('is judged by the severity of the moment in which it stopped', () => {
    const issue = told([
      [0, { severity: 3 }],
      [10 * minute, { status: 'triaged' }],
      [hour, { severity: 1 }],
    ])
    expect(issue.clock('acknowledge', day)).toMatchObject({ severity: 3, target: 8 * hour })
    expect(issue.clock('resolve', day)).toMatchObject({ severity: 1, target: 4 * hour })
  })

  test('takes an issue that a laptop with a slow clock took up before it was raised as taken up at once', () => {
    const byStatus = told([[-hour, { status: 'triaged', severity: 1 }]])
    const byField = told([[0, { severity: 1, acknowledgedAt: monday - hour }]])
    for (const issue of [byStatus, byField])
      expect(issue.clock('acknowledge', day)).toMatchObject({
        stoppedAt: monday,
        counted: 0,
        breached: false,
      })
  })
})

describe('the clock of resolving', () => {
  test('goes on where it was when an issue comes back', () => {
    const issue = told([
      [0, { severity: 1 }],
      [hour, { status: 'resolved' }],
      [2 * day, { status: 'returned' }],
      [2 * day + 2 * hour, { status: 'resolved' }],
      [3 * day, { status: 'closed' }],
    ])
    expect(issue.clock('resolve', day)).toMatchObject({ state: 'stopped', counted: hour, breached: false })
    expect(issue.clock('resolve', 2 * day + hour)).toMatchObject({
      state: 'running',
      counted: 2 * hour,
      dueAt: monday + 2 * day + 3 * hour,
    })
    expect(issue.clock('resolve', 4 * day)).toMatchObject({
      stoppedAt: monday + 2 * day + 2 * hour,
      counted: 3 * hour,
    })
  })

  test('rests on hold, over a weekend as well, and is due later for it', () => {
    const friday = 4 * day
    const issue = told([
      [friday, { severity: 1, raisedAt: monday + friday }],
      [friday + hour, { status: 'on-hold' }],
      [7 * day, { status: 'in-progress' }],
    ])
    expect(issue.clock('resolve', 6 * day)).toMatchObject({
      state: 'paused',
      counted: hour,
      dueAt: undefined,
      breached: false,
    })
    expect(issue.clock('resolve', 7 * day + hour)).toMatchObject({
      state: 'running',
      counted: 2 * hour,
      dueAt: monday + 7 * day + 3 * hour,
    })
  })

  test('rests in the statuses that the engagement names, and in no other', () => {
    const retest = told([[0, { severity: 1, status: 'retest' }]], [[-day, { 'pauses:retest': true }]])
    expect(retest.clock('resolve', hour)).toMatchObject({ state: 'paused', counted: 0 })
    const onHold = told([[0, { severity: 1, status: 'on-hold' }]], [[-day, { 'pauses:on-hold': false }]])
    expect(onHold.clock('resolve', hour)).toMatchObject({ state: 'running', counted: hour })
    const asUsual = told(
      [[0, { severity: 1, status: 'on-hold' }]],
      [
        [-2 * day, { 'pauses:on-hold': false }],
        [-day, { 'pauses:on-hold': null }],
      ],
    )
    expect(asUsual.clock('resolve', hour)).toMatchObject({ state: 'paused' })
  })

  test('counts the target of the last severity from when the issue was raised', () => {
    const severities = [3, 2, 1, 2, 3, 1, 3, 2, 3, 1] as const
    const issue = told([
      [0, { severity: 2 }],
      ...severities.map((severity, index) => [(index + 1) * hour, { severity }] as const),
    ])
    expect(issue.clock('resolve', 3.5 * hour)).toMatchObject({ severity: 1, dueAt: monday + 4 * hour })
    expect(issue.clock('resolve', 4.5 * hour)).toMatchObject({ severity: 2, counted: 4.5 * hour })
    expect(issue.clock('resolve', 10 * hour)).toMatchObject({
      severity: 1,
      startedAt: monday,
      counted: 10 * hour,
      dueAt: monday + 4 * hour,
      breached: true,
    })
  })

  test('is late once the due moment has passed, also when support is closed', () => {
    // Severity 2 has 24 hours of support: from Monday 14:00 they end with Wednesday's, at 18:00.
    const resolved = (at: number) =>
      told([
        [0, { severity: 2, raisedAt: monday + 6 * hour }],
        [at, { status: 'resolved' }],
      ]).clock('resolve', 3 * day)
    const closing = 2 * day + 10 * hour
    expect(resolved(closing)).toMatchObject({ counted: 24 * hour, target: 24 * hour, breached: false })
    expect(resolved(closing + hour)).toMatchObject({
      counted: 24 * hour,
      dueAt: monday + closing,
      breached: true,
    })
  })

  test.each(['declined', 'duplicate'])('of a %s issue is withdrawn and judges nobody', (status) => {
    const issue = told([
      [0, { severity: 1 }],
      [2 * day, { status }],
    ])
    expect(issue.clock('resolve', day)).toMatchObject({ state: 'running', breached: true })
    expect(issue.clock('resolve', 3 * day)).toMatchObject({ state: 'withdrawn', breached: false })
    expect(issue.clock('update', 3 * day)).toBeUndefined()
    expect(issue.clock('acknowledge', 3 * day)).toMatchObject({ state: 'stopped', breached: true })
  })

  test('has the times of the source when history is imported', () => {
    const issue = told([
      [-10 * day, { raisedAt: monday - 10 * day, severity: 1, status: 'new' }],
      [-10 * day + 5 * minute, { status: 'in-progress' }],
      [-9 * day, { status: 'resolved', resolvedAt: monday - 10 * day + 3 * hour }],
    ])
    expect(issue.clock('acknowledge', 0)).toMatchObject({
      stoppedAt: monday - 10 * day + 5 * minute,
      breached: false,
    })
    expect(issue.clock('resolve', 0)).toMatchObject({
      stoppedAt: monday - 10 * day + 3 * hour,
      counted: 3 * hour,
      breached: false,
    })
  })
})

describe('the clock of the next update', () => {
  test('runs from the last news: a comment, a new status, a new severity', () => {
    const issue = told([
      [0, { severity: 1 }],
      [2 * hour, { status: 'triaged' }],
    ])
    expect(issue.clock('update', 90 * minute)).toMatchObject({ startedAt: monday, breached: true })
    expect(issue.clock('update', 90 * minute, hour)).toMatchObject({
      startedAt: monday + hour,
      dueAt: monday + 2 * hour,
      breached: false,
    })
    expect(issue.clock('update', 3 * hour, hour)).toMatchObject({ startedAt: monday + 2 * hour })
  })

  test('runs on hold as well, and is over with the issue', () => {
    const issue = told([
      [0, { severity: 1, status: 'on-hold' }],
      [day, { status: 'resolved' }],
    ])
    expect(issue.clock('update', 2 * hour)).toMatchObject({ state: 'running', breached: true })
    expect(issue.clock('update', 2 * day)).toBeUndefined()
  })

  const promising = told([
    [0, { severity: 1 }],
    [hour, { nextUpdateDue: monday + 5 * hour }],
  ])

  test('keeps to what was promised by hand, in place of the target', () => {
    expect(promising.clock('update', 3 * hour)).toMatchObject({
      dueAt: monday + 5 * hour,
      target: 5 * hour,
      breached: false,
    })
  })

  test('a promise is broken when its time passes without news', () => {
    expect(promising.clock('update', 5 * hour)).toMatchObject({ breached: false })
    expect(promising.clock('update', 5 * hour + 1)).toMatchObject({
      breached: true,
      dueAt: monday + 5 * hour,
    })
  })

  test('a promise is kept by a comment before its time; then the target holds again', () => {
    expect(promising.clock('update', 6 * hour, 4.5 * hour)).toMatchObject({
      startedAt: monday + 4.5 * hour,
      dueAt: monday + 5.5 * hour,
    })
  })

  test('the comment that announces a promise does not settle it, before or after it is written down', () => {
    for (const comment of [hour - minute, hour, hour + 10 * minute])
      expect(promising.clock('update', 3 * hour, comment)).toMatchObject({ dueAt: monday + 5 * hour })
  })

  test('a new status before its time does not settle a promise: the users know nothing of it', () => {
    const issue = told([
      [0, { severity: 1 }],
      [hour, { nextUpdateDue: monday + 5 * hour }],
      [2 * hour, { status: 'on-hold' }],
    ])
    expect(issue.clock('update', 3 * hour)).toMatchObject({ dueAt: monday + 5 * hour })
  })

  test('a promise is enough where the policy has no target', () => {
    const issue = told(
      [[0, { severity: 1, nextUpdateDue: monday + 5 * hour }]],
      [[-day, { 'severity.1.updateMinutes': null }]],
    )
    expect(issue.clock('update', hour)).toMatchObject({ dueAt: monday + 5 * hour })
  })
})

describe('the severity that a clock is held to', () => {
  test('is what its reporter said until somebody judges it, and the mildest where nobody said anything', () => {
    expect(told([]).clock('resolve', hour)).toMatchObject({ severity: 3, assumed: true })
    expect(told([[0, { reportedSeverity: 2 }]]).clock('resolve', hour)).toMatchObject({
      severity: 2,
      assumed: false,
    })
    const judged = told([[0, { reportedSeverity: 2, severity: 1 }]])
    expect(judged.clock('resolve', hour)).toMatchObject({ severity: 1, assumed: false })
  })
})

describe('an issue', () => {
  test('raised in the future has no clocks until then', () => {
    const issue = told([[0, { raisedAt: monday + day, severity: 1 }]])
    expect(clocksOf(issue.row, issue.context(day - 1))).toEqual([])
    expect(clocksOf(issue.row, issue.context(day)).map(({ kind }) => kind)).toEqual([
      'acknowledge',
      'update',
      'resolve',
    ])
  })

  test('that is removed has none', () => {
    const issue = told([[hour, { removed: true }]])
    expect(clocksOf(issue.row, issue.context(day))).toEqual([])
  })

  test('has none of a kind for which nothing is promised', () => {
    const issue = told([[0, { severity: 1 }]], [[-day, { 'severity.1.acknowledgeMinutes': null }]])
    expect(clocksOf(issue.row, issue.context(day)).map(({ kind }) => kind)).toEqual(['update', 'resolve'])
  })

  test('is read at once, however far away a slip of the keyboard has put its dates', () => {
    const issue = told([
      [0, { severity: 2, raisedAt: Date.UTC(26, 0, 1) - 1_900 * 365 * day, status: 'in-progress' }],
      [0, { nextUpdateDue: 8.64e15 }],
    ])
    expect(issue.clock('resolve', 0)).toMatchObject({ breached: true })
    expect(issue.clock('update', 0)).toMatchObject({ breached: false, dueAt: 8.64e15 })
    expect(issue.ledger('resolve', 0)?.lines[0]?.counted).toBe(false)
  })
})
