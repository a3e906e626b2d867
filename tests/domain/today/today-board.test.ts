import { ClockBoard } from '@domain/clocks/clock-board'
import { defaultPolicy, engagementKey } from '@domain/model/engagement'
import type { Fields } from '@domain/model/value'
import { teamsAreUsed } from '@domain/ownership/orphans'
import { boardFigures } from '@domain/today/board-figures'
import { clockTone } from '@domain/today/clock-lines'
import { issueFigure } from '@domain/today/issue-figure'
import { nextSteps } from '@domain/today/next-steps'
import { openTrend } from '@domain/today/open-trend'
import { todayBoard } from '@domain/today/today-board'
import { describe, expect, test } from 'vitest'
import { finished } from '../../support/finished'
import { firstMorning, makeLaptop } from '../../support/laptop'

const minute = 60_000
const hour = 60 * minute
const zone = 'Europe/Berlin'

/** An engagement as one laptop writes it; the board as of `by` milliseconds later. */
function engagement() {
  const laptop = makeLaptop('desk')
  laptop.write([
    { entity: 'engagement', key: engagementKey, fields: { ...defaultPolicy, zone } },
    { entity: 'person', key: 'ana', fields: { name: 'Ana' } },
    { entity: 'person', key: 'ben', fields: { name: 'Ben', leftOn: '2026-02-01' } },
  ])
  const issue = (key: string, fields: Fields) =>
    laptop.write({
      entity: 'issue',
      key,
      fields: { shortKey: key.toUpperCase(), title: key, team: 'project', raisedAt: laptop.now, ...fields },
    })
  function board(by: number, since = firstMorning + by, me?: string) {
    const now = firstMorning + by
    const { replica } = laptop
    const [issues, comments] = [replica.rows('issue'), replica.rows('comment')]
    const clocks = new ClockBoard({ issues, comments, engagements: replica.rows('engagement') })
    finished(clocks.open(now))
    const people = replica.rows('person')
    const { deadlines } = clocks
    return finished(
      todayBoard({
        issues,
        comments,
        retests: replica.rows('retest'),
        deadlines,
        people,
        isAway: () => false,
        teamsAreUsed: teamsAreUsed(people.values(), issues.values()),
        now,
        zone,
        since,
        me,
      }),
    )
  }
  return { laptop, issue, board }
}

describe('the board of today', () => {
  test('counts what is open, by severity, and what waits in the inbox', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'new', severity: 1 })
    issue('b', { status: 'returned', severity: 2, owner: 'ana' })
    issue('c', { status: 'on-hold', holdUntil: firstMorning + hour, owner: 'ana' })
    issue('d', { status: 'on-hold', holdUntil: firstMorning + 3 * hour, owner: 'ana' })
    issue('e', { status: 'resolved', severity: 1 })
    issue('f', { status: 'new', removed: true })
    const { open, bySeverity, inbox } = board(2 * hour)
    expect(open.keys).toEqual(['a', 'b', 'c', 'd'])
    expect(bySeverity.map(({ severity, keys }) => [severity, ...keys])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3],
      [null, 'c', 'd'],
    ])
    expect([inbox.new.keys, inbox.returned.keys, inbox.holdOver.keys]).toEqual([['a'], ['b'], ['c']])
    expect(inbox.all.keys).toEqual(['a', 'b', 'c'])
  })

  test('explains each number that no report has, with the issues it counts', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'new', severity: 1 })
    issue('b', { status: 'returned', severity: 2, owner: 'ana' })
    const told = board(2 * hour, firstMorning - minute)
    const figures = new Map(boardFigures(told).map((figure) => [figure.id, figure]))
    const shown = {
      'today-past-target': told.clocks?.breached,
      'today-due-soon': told.clocks?.soon,
      'today-inbox': told.inbox.all,
      'today-inbox-returned': told.inbox.returned,
      'today-inbox-hold-over': told.inbox.holdOver,
      'today-failed-retests': told.failedRetests,
      ...Object.fromEntries(told.changes.map((figure) => [`today-changed-${figure.change}`, figure])),
    }
    expect([...figures.keys()].sort()).toEqual(Object.keys(shown).sort())
    for (const [id, counted] of Object.entries(shown)) {
      const figure = figures.get(id)
      expect([figure?.value, figure?.rows.map(({ key }) => key)], id).toEqual([
        counted?.keys.length,
        counted?.keys,
      ])
      expect(figure?.inputs.length, id).toBeGreaterThan(1)
    }
    expect(figures.get('today-inbox')?.value).toBe(2)
    expect(figures.get('today-changed-new')?.value).toBe(2)
  })

  test('tells which clock falls due next, and which are past it', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'new', severity: 1 })
    const early = board(5 * minute)
    expect(
      early.clocks?.burning.map(({ called, kind, dueAt }) => [called, kind, dueAt - firstMorning]),
    ).toEqual([
      ['A', 'acknowledge', 15 * minute],
      ['A', 'update', 60 * minute],
      ['A', 'resolve', 240 * minute],
    ])
    expect(early.clocks?.soon.keys).toEqual(['a'])
    expect(early.clocks?.breached.keys).toEqual([])
    const later = board(2 * hour)
    expect(later.clocks?.late.map(({ kind }) => kind)).toEqual(['update', 'acknowledge'])
    expect(later.clocks?.breached.keys).toEqual(['a'])
    expect(later.clocks?.burning.map(({ kind }) => kind)).toEqual(['resolve'])
  })

  test('says nothing of clocks and of orphans while the clocks are being read', () => {
    const { laptop, issue } = engagement()
    issue('a', { status: 'new' })
    const board = finished(
      todayBoard({
        issues: laptop.replica.rows('issue'),
        comments: laptop.replica.rows('comment'),
        retests: laptop.replica.rows('retest'),
        people: laptop.replica.rows('person'),
        deadlines: undefined,
        isAway: () => false,
        teamsAreUsed: true,
        now: firstMorning,
        zone,
        since: firstMorning,
      }),
    )
    expect([board.clocks, board.orphans]).toEqual([undefined, undefined])
    expect(board.open.keys).toEqual(['a'])
  })

  test('says which fixes failed their retest, until somebody takes them up again', () => {
    const { laptop, issue, board } = engagement()
    for (const key of ['a', 'b', 'c']) issue(key, { status: 'returned', severity: 3, owner: 'ana' })
    const retest = (key: string, fields: Fields) => laptop.write({ entity: 'retest', key, fields })
    retest('p/a', { issue: 'a', result: 'failed' })
    retest('p/b', { issue: 'b', result: 'failed' })
    retest('p/c', { issue: 'c', result: 'passed' })
    expect(board(hour).failedRetests.keys).toEqual(['a', 'b'])
    expect(board(hour).next.map(({ text }) => text)).toContain(
      '2 fixes failed their retest: take them up again',
    )
    issue('a', { status: 'in-progress' })
    expect(board(hour).next.map(({ text }) => text)).toContain('1 fix failed its retest: take it up again')
  })

  test('finds orphans by reason', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'triaged', severity: 3 })
    issue('b', { status: 'triaged', severity: 3, owner: 'ben' })
    issue('c', { status: 'triaged', severity: 3, owner: 'ana' })
    expect(board(hour).orphans?.byReason.map(({ reason, keys }) => [reason, keys])).toEqual([
      ['nobody', ['a']],
      ['left', ['b']],
    ])
  })

  test('tells what changed since somebody looked, by when it became known', () => {
    const { laptop, issue, board } = engagement()
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      issue(key, { status: 'in-progress', severity: 3, owner: 'ana' })
    const looked = firstMorning + hour
    laptop.now = looked + hour
    const change = (key: string, fields: Fields) => laptop.write({ entity: 'issue', key, fields })
    change('a', { status: 'resolved', resolvedAt: firstMorning })
    change('b', { status: 'returned' })
    change('c', { severity: 2 })
    change('d', { owner: 'ben' })
    change('e', { owner: 'ben' })
    change('e', { owner: 'ana' })
    issue('f', { status: 'new', raisedAt: firstMorning })
    laptop.write({
      entity: 'comment',
      key: 'k',
      fields: { issue: 'e', text: 'Well', writtenAt: firstMorning },
    })
    const since = (instant: number) =>
      Object.fromEntries(board(3 * hour, instant).changes.map(({ change, keys }) => [change, keys]))
    expect(since(looked)).toEqual({
      new: ['f'],
      resolved: ['a'],
      returned: ['b'],
      raised: ['c'],
      reassigned: ['d'],
      commented: ['e'],
      mentioned: [],
    })
    expect(Object.values(since(looked + 2 * hour)).flat()).toEqual([])
  })

  test('history that a demo is made with is no news, and what an import tells of last week is', () => {
    const { laptop, board } = engagement()
    const looked = firstMorning - 24 * hour
    const history = (key: string, cause: string) =>
      laptop.write(
        [
          { entity: 'issue', key, fields: { status: 'new' }, at: looked - 72 * hour },
          { entity: 'issue', key, fields: { status: 'resolved' }, at: looked - 48 * hour },
          {
            entity: 'comment',
            key: `${key}/1`,
            fields: { issue: key, text: 'Well', 'mention:ana': 'Ana' },
            at: looked - 48 * hour,
          },
        ],
        cause,
      )
    history('made', 'demo')
    history('brought', 'import:1')
    laptop.write({ entity: 'issue', key: 'late', fields: { status: 'new' }, at: looked + hour }, 'demo')
    const told = board(hour, looked, 'ana').changes.map(({ change, keys }) => [change, keys])
    expect(Object.fromEntries(told)).toEqual({
      new: ['brought', 'late'],
      resolved: ['brought'],
      returned: [],
      raised: [],
      reassigned: [],
      commented: ['brought'],
      mentioned: ['brought'],
    })
  })

  test('tells who looks where they are mentioned since', () => {
    const { laptop, issue, board } = engagement()
    issue('a', { status: 'new', 'mention:ana': 'Ana' })
    issue('b', { status: 'new' })
    const comment = { issue: 'b', text: 'Ask @Ben', writtenAt: firstMorning, 'mention:ben': 'Ben' }
    laptop.write({ entity: 'comment', key: 'k', fields: comment })
    const mentioned = (me: string, since: number) =>
      board(3 * hour, since, me).changes.find(({ change }) => change === 'mentioned')?.keys
    expect(mentioned('ana', firstMorning - hour)).toEqual(['a'])
    expect(mentioned('ben', firstMorning - hour)).toEqual(['b'])
    expect(mentioned('ben', firstMorning + hour)).toEqual([])
  })

  test('advises at most five things, the most pressing first', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'new', severity: 1 })
    issue('b', { status: 'returned', severity: 3, owner: 'ana' })
    issue('c', { status: 'on-hold', severity: 3, holdUntil: firstMorning, owner: 'ana' })
    issue('d', { status: 'triaged', severity: 3, owner: 'ben' })
    expect(board(5 * minute).next.map(({ text }) => text)).toEqual([
      'A breaches in 10 min: nobody owns it',
      '1 severity 1 issue without an owner: find one',
      '2 issues in the inbox: triage',
      '1 hold is over: take it up again',
      '1 issue belongs to somebody who has left: give it to somebody',
    ])
  })

  test('has nothing to advise where nothing waits', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'in-progress', severity: 3, owner: 'ana' })
    expect(board(hour).next).toEqual([])
  })

  test('two days later it tells two days later, without a change to any row', () => {
    const { issue, board } = engagement()
    issue('a', { status: 'in-progress', severity: 1, owner: 'ana' })
    expect(board(hour / 2).clocks?.breached.keys).toEqual([])
    expect(board(48 * hour).clocks?.breached.keys).toEqual(['a'])
    expect(board(48 * hour).orphans?.byReason.map(({ reason }) => reason)).toEqual(['untouched'])
  })
})

test('a clock is calm only while somebody has the issue', () => {
  const line = { dueAt: 10 * hour, adrift: undefined }
  expect(clockTone(line, 0)).toBe('ok')
  expect(clockTone({ ...line, adrift: 'left' }, 0)).toBe('neutral')
  expect(clockTone({ ...line, adrift: 'away' }, 0)).toBe('neutral')
  expect(clockTone(line, 7 * hour)).toBe('warning')
  expect(clockTone({ ...line, adrift: 'left' }, 9.5 * hour)).toBe('danger')
  expect(clockTone(line, 11 * hour)).toBe('danger')
})

test('the trend tells fourteen days of the engagement’s zone, today as of now', () => {
  const { laptop, issue } = engagement()
  issue('a', { status: 'in-progress', severity: 1 })
  laptop.now += 24 * hour
  laptop.write({ entity: 'issue', key: 'a', fields: { status: 'resolved' } })
  const days = finished(openTrend(laptop.replica.rows('issue').values(), firstMorning + 30 * hour, zone))
  expect(days).toHaveLength(14)
  expect(days.slice(-3).map(({ day, open }) => [day, open[0]])).toEqual([
    ['2026-03-01', 0],
    ['2026-03-02', 1],
    ['2026-03-03', 0],
  ])
})

test('a role that is short of people is one of the things to do next', () => {
  const now = Date.UTC(2026, 2, 2, 9)
  const gap = (from: number) => ({ role: 'on-call' as const, needed: 2, on: 1, from, to: now + 5 * hour })
  const [soon, later] = [gap(now - hour), gap(now + hour)].map((gap) =>
    nextSteps(nothingToDo(now), new Map(), [gap]),
  )
  expect(soon).toEqual([{ text: 'On call: 1 of 2 on just now: find somebody', opens: { kind: 'rota' } }])
  expect(later?.[0]?.text).toBe('On call: 1 of 2 on from Mon 2 Mar 2026, 10:00: find somebody')
})

function nothingToDo(asOf: number) {
  const none = issueFigure('')
  return {
    asOf,
    zone: 'UTC',
    since: asOf,
    open: none,
    bySeverity: [],
    inbox: { all: none, new: none, returned: none, holdOver: none },
    failedRetests: none,
    changes: [],
    clocks: undefined,
    orphans: undefined,
  }
}
