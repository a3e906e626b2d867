import { issueClasses } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { readPack } from '@domain/reporting/read-pack'
import { percentile } from '@domain/reporting/service-levels'
import { describe, expect, test } from 'vitest'
import { day, engagement, goLive, hour, hypercare, type Told } from './hypercare'

const minute = 60_000

/** Severity 1 around the clock; severity 2 in support hours, 08:00 to 18:00 in Berlin on weekdays. */
const policy: Fields = {
  ...engagement,
  'severity.1.acknowledgeMinutes': 30,
  'severity.1.updateMinutes': 120,
  'severity.1.resolveMinutes': 240,
  'severity.1.calendar': 'always',
  'severity.2.acknowledgeMinutes': 60,
  'severity.2.updateMinutes': 480,
  'severity.2.resolveMinutes': 600,
  'severity.2.calendar': 'support',
  'hours.mon': '08:00-18:00',
  'hours.tue': '08:00-18:00',
  'hours.wed': '08:00-18:00',
  'hours.thu': '08:00-18:00',
  'hours.fri': '08:00-18:00',
}

/** Thursday 5 November 2026, 18:00 in Berlin. */
const thursday = 3 * day + 12 * hour
const pack = (told: readonly Told[], at = thursday, about = policy) =>
  weeklyPack(hypercare(told, about), { asOf: goLive + at })
const figure = (told: readonly Told[], id: string, at = thursday, about = policy) =>
  figures(hypercare(told, about), { asOf: goLive + at, kind: 'weekly' }).find((other) => other.id === id)

/** Raised at 08:00 on the Monday and acknowledged so many minutes later, then resolved. */
const issue = (key: string, severity: number, acknowledged: number, resolved?: number): Told[] => {
  const raised = 2 * hour
  return [
    { at: raised, key, fields: { title: key, status: 'new', severity } },
    { at: raised + acknowledged * minute, key, fields: { status: 'triaged' } },
    ...(resolved === undefined
      ? []
      : [{ at: raised + resolved * minute, key, fields: { status: 'resolved' } }]),
  ]
}

describe('service levels', () => {
  const five = [10, 20, 30, 40, 50].flatMap((minutes, place) => issue(`a${place}`, 1, minutes, 60 + minutes))

  test('are met and judged, with counts, and timed by the nearest rank', () => {
    const [acknowledge, resolve] = pack(five).serviceLevels.clocks
    expect(acknowledge?.levels).toMatchObject([
      { name: 'Severity 1', target: '30 min', judged: 5, met: 3, missed: 2, open: 0, inTime: '60% (3 of 5)' },
      { name: 'Severity 2', target: '1 h of support', judged: 0, inTime: 'none judged' },
      { name: 'Severity 3', target: 'none', judged: 0, median: 'none stopped' },
      { name: 'All', judged: 5, met: 3, missed: 2, inTime: '60% (3 of 5)' },
    ])
    expect(acknowledge?.levels[0]).toMatchObject({ median: '30 min', ninth: '50 min' })
    expect(resolve?.levels[0]).toMatchObject({ judged: 5, met: 5, median: '1 h 30 min', ninth: '1 h 50 min' })
  })

  test('are not timed under five clocks, but still counted', () => {
    const four = five.filter(({ key }) => key !== 'a0')
    expect(pack(four).serviceLevels.clocks[0]?.levels[0]).toMatchObject({
      judged: 4,
      median: 'too few (4)',
      ninth: 'too few (4)',
    })
    expect(figure(four, 'acknowledge-median-severity-1')).toMatchObject({
      value: null,
      display: 'too few (4)',
    })
  })

  test('count support hours only, and rest on hold', () => {
    const told: readonly Told[] = [
      // Monday 17:00 to Tuesday 09:30: one hour and an hour and a half of support.
      { at: 11 * hour, key: 'b', fields: { title: 'b', status: 'new', severity: 2 } },
      { at: 11 * hour + 30 * minute, key: 'b', fields: { status: 'in-progress' } },
      { at: 27 * hour, key: 'b', fields: { status: 'on-hold' } },
      { at: 27 * hour + 30 * minute, key: 'b', fields: { status: 'resolved' } },
    ]
    const resolve = figure(
      [0, 1, 2, 3, 4].flatMap((n) => told.map((one) => ({ ...one, key: `b${n}` }))),
      'resolve-median-severity-2',
    )
    expect(resolve).toMatchObject({ value: 120, display: '2 h', unit: 'minutes' })
  })

  test('list what is broken and open, the most severe and the longest overdue first', () => {
    const told: readonly Told[] = [
      { at: -day, entity: 'person', key: 'p1', fields: { name: 'Ines Petrov' } },
      ...issue('slow', 2, 5),
      ...issue('down', 1, 5),
      {
        at: thursday - hour,
        key: 'quiet',
        fields: { title: 'quiet', status: 'new', severity: 1, owner: 'p1' },
      },
      { at: thursday - hour, key: 'fine', fields: { title: 'fine', status: 'new', severity: 2 } },
    ]
    const { breaches } = pack(told).serviceLevels
    expect(breaches).toEqual({
      clocks: 3,
      issues: 3,
      lines: [
        { key: 'down', title: 'down', severity: 1, clock: 'Resolve', over: '78 h', owner: null },
        {
          key: 'quiet',
          title: 'quiet',
          severity: 1,
          clock: 'Acknowledge',
          over: '30 min',
          owner: 'Ines Petrov',
        },
        { key: 'slow', title: 'slow', severity: 2, clock: 'Resolve', over: '30 h', owner: null },
      ],
    })
    expect(figure(told, 'open-breaches')).toMatchObject({ value: 3 })
    expect(figure(told, 'resolve-attainment')).toMatchObject({ value: 0, display: '0% (0 of 2)' })
  })

  test('judge the past by the policy of its time', () => {
    const stricter: Told = {
      at: 2 * day,
      entity: 'engagement',
      key: 'engagement',
      fields: { 'severity.1.acknowledgeMinutes': 5 },
    }
    const [before, after] = [five, [...five, stricter]].map((told) => figure(told, 'acknowledge-attainment'))
    expect(after).toEqual(before)
    expect(pack([...five, stricter]).serviceLevels.clocks[0]?.levels[0]?.target).toBe('5 min')
  })

  test('of a declined issue judge nobody', () => {
    const told: readonly Told[] = [
      { at: 0, key: 'x', fields: { title: 'x', status: 'new', severity: 1 } },
      { at: 20 * hour, key: 'x', fields: { status: 'declined' } },
    ]
    expect(figure(told, 'resolve-attainment')).toMatchObject({ value: null, display: 'no data yet' })
    expect(figure(told, 'acknowledge-attainment')).toMatchObject({ value: 0, display: '0% (0 of 1)' })
  })

  test('belong to the week in which the clock stopped, with a trend', () => {
    const told = [
      ...five,
      ...[5, 5, 5, 5].flatMap((minutes, n) =>
        issue(`w${n}`, 1, minutes, 60).map((one) => ({ ...one, at: one.at + 7 * day })),
      ),
    ]
    expect(figure(told, 'acknowledge-attainment', 7 * day + thursday)).toMatchObject({
      value: 100,
      display: '100% (4 of 4)',
      trend: { before: 60, change: 40, display: '+40 points' },
    })
  })
})

describe('the nearest rank', () => {
  test.each([
    [[1, 2, 3, 4], 50, undefined],
    [[5, 4, 3, 2, 1], 50, 3],
    [[5, 4, 3, 2, 1], 90, 5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 50, 5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
  ])('of %j, %i percent', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected)
  })
})

describe('ageing, stuck and orphans', () => {
  test('tell open issues apart by whole days and severity', () => {
    const told = [0, 23, 24, 71, 72, 167, 168, 336, 672].map(
      (hours): Told => ({
        at: -hours * hour,
        key: `h${hours}`,
        fields: { title: 'x', status: 'triaged', severity: hours > 100 ? 1 : null },
      }),
    )
    const { ageing } = pack(told, 0)
    expect(ageing.bands.map(({ label, open }) => [label, ...open])).toEqual([
      ['Under 1 day', 0, 0, 0, 2],
      ['1–2 days', 0, 0, 0, 2],
      ['3–6 days', 1, 0, 0, 1],
      ['7–13 days', 1, 0, 0, 0],
      ['14–27 days', 1, 0, 0, 0],
      ['28 days and more', 1, 0, 0, 0],
    ])
    expect(ageing.summary).toBe('3 of 9 open issues (33.3%) were raised seven days ago or longer.')
  })

  test('an issue is stuck once nothing has touched it for longer than its update target', () => {
    const raised = (key: string, severity: number | null): Told => ({
      at: 2 * hour,
      key,
      fields: { title: key, status: 'triaged', severity },
    })
    const told: readonly Told[] = [
      ...['silent', 'said', 'owned', 'moved', 'graver', 'done'].map((key) => raised(key, 1)),
      raised('patient', 2),
      raised('unpromised', 3),
      {
        at: 3 * hour,
        entity: 'comment',
        key: 'c',
        fields: { issue: 'said', text: 'On it', writtenAt: goLive + 3 * hour },
      },
      { at: 3 * hour, key: 'owned', fields: { owner: 'p1' } },
      { at: 3 * hour, key: 'moved', fields: { status: 'in-progress' } },
      { at: 3 * hour, key: 'graver', fields: { severity: 2 } },
      { at: 3 * hour, key: 'done', fields: { status: 'resolved' } },
    ]
    const stuck = (at: number) => pack(told, at).stuck.lines.map(({ key }) => key)
    expect(stuck(4 * hour)).toEqual([])
    expect(stuck(4 * hour + minute)).toEqual(['silent'])
    expect(stuck(5 * hour + minute)).toEqual(['moved', 'owned', 'said', 'silent'])
    expect(pack(told, 5 * hour + minute).stuck.lines[0]).toMatchObject({
      touched: 'Mon 2 Nov 2026, 09:00',
      quiet: '2 h 1 min',
      allowed: '2 h',
    })
    // Severity 3 has no update target: five days.
    expect(stuck(2 * hour + 5 * day)).not.toContain('unpromised')
    expect(stuck(2 * hour + 5 * day + minute)).toContain('unpromised')
  })

  test('an orphan counts under its gravest reason, as of then', () => {
    const raised = (key: string, fields: Fields): Told => ({
      at: 2 * hour,
      key,
      fields: { title: key, status: 'triaged', severity: 3, ...fields },
    })
    const told: readonly Told[] = [
      { at: -day, entity: 'person', key: 'here', fields: { name: 'Here', side: 'project' } },
      { at: -day, entity: 'person', key: 'gone', fields: { name: 'Gone', leftOn: '2026-11-03' } },
      { at: -day, entity: 'person', key: 'later', fields: { name: 'Later', side: 'project' } },
      { at: 20 * day, entity: 'person', key: 'later', fields: { removed: true } },
      raised('nobody', {}),
      raised('left', { owner: 'gone', team: 'project' }),
      raised('still', { owner: 'later', team: 'project' }),
      raised('quiet', { owner: 'here', team: 'project', severity: 1 }),
      raised('between', { owner: 'here', team: 'steady-state' }),
    ]
    const totals = (at: number) => pack(told, at).orphans.reasons.map(({ total }) => total)
    expect(totals(3 * hour)).toEqual([1, 0, 0, 0, 1])
    expect(totals(thursday)).toEqual([1, 1, 0, 1, 1])
    expect(totals(21 * day)).toEqual([1, 2, 0, 1, 1])
    expect(pack(told).orphans.reasons[3]).toEqual({
      name: 'Untouched beyond its update target',
      open: [1, 0, 0, 0],
      total: 1,
    })
  })
})

describe('the nature of demand', () => {
  const raised = (key: string, at: number, fields: Fields): Told => ({
    at,
    key,
    fields: { title: key, status: 'new', severity: 3, ...fields },
  })
  const told: readonly Told[] = [
    raised('a', day, { class: 'training-gap', component: 'Billing', origin: 'pre-existing' }),
    raised('b', 8 * day, { class: 'training-gap', component: ' Billing ', origin: 'regression' }),
    raised('c', 9 * day, { class: 'defect', component: 'Billing', origin: 'regression' }),
    raised('d', 9 * day, { class: 'defect', component: 'Login', processArea: 'Order to cash' }),
    raised('e', 9 * day, {}),
  ]
  const asOf = 10 * day

  test('is told by counts with shares of those that say', () => {
    const { demand } = pack(told, asOf)
    expect(demand.headline).toBe('33.3% (1 of 3)')
    const [classes, origins, components, areas] = demand.tables
    expect(classes?.rows).toEqual([
      { name: 'Defect', week: '2 (66.7%)', before: '0 (0%)', all: '2 (50%)' },
      { name: 'Training gap', week: '1 (33.3%)', before: '1 (100%)', all: '2 (50%)' },
      { name: 'Not told yet', week: '1', before: '0', all: '1' },
    ])
    expect(origins?.rows).toEqual([
      { name: 'Regression', week: '2 (100%)', before: '0 (0%)', all: '2 (66.7%)' },
      { name: 'Pre-existing', week: '0 (0%)', before: '1 (100%)', all: '1 (33.3%)' },
      { name: 'Not told yet', week: '2', before: '0', all: '2' },
    ])
    expect(components?.rows.map(({ name, week }) => [name, week])).toEqual([
      ['Billing', '2 (66.7%)'],
      ['Login', '1 (33.3%)'],
      ['Not told yet', '1'],
    ])
    expect(areas?.rows[0]).toMatchObject({ name: 'Order to cash', week: '1 (100%)' })
    expect(pack(told, 30 * day).demand.tables[2]?.rows).toEqual([
      { name: 'Raised earlier', week: '0', before: '0', all: '4 (100%)' },
      { name: 'Not told yet', week: '0', before: '0', all: '1' },
    ])
    expect(figure(told, 'component-1-in-week', asOf)).toMatchObject({
      label: 'Raised in seven days: component Billing',
      value: 2,
      display: '66.7% (2 of 3)',
    })
    expect(figure(told, 'training-gap-share-in-week', asOf)?.trend).toMatchObject({
      before: 100,
      display: '−66.7 points',
    })
  })

  test('has a figure with its rows for every count by class and by origin', () => {
    const keys = (id: string) => figure(told, id, asOf)?.rows?.map(({ key }) => key)
    expect([keys('defect-in-week'), keys('training-gap-in-week'), keys('unclassified-in-week')]).toEqual([
      ['c', 'd'],
      ['b'],
      ['e'],
    ])
    for (const kind of issueClasses.slice(2)) expect(keys(`${kind}-in-week`)).toEqual([])
    expect([keys('regression-in-week'), keys('origin-unknown-in-week')]).toEqual([
      ['b', 'c'],
      ['d', 'e'],
    ])
    for (const origin of ['pre-existing', 'unrelated']) expect(keys(`${origin}-in-week`)).toEqual([])
  })

  test('counts what came back among what ended', () => {
    const story: readonly Told[] = [
      ...['a', 'b', 'c', 'd'].map((key) => raised(key, hour, {})),
      ...['a', 'b', 'c'].map((key): Told => ({ at: 2 * hour, key, fields: { status: 'resolved' } })),
      { at: 3 * hour, key: 'a', fields: { status: 'in-progress' } },
      { at: 4 * hour, key: 'a', fields: { status: 'resolved' } },
      { at: 3 * hour, key: 'd', fields: { status: 'returned' } },
      { at: 9 * day, key: 'b', fields: { status: 'returned' } },
    ]
    expect(figure(story, 'reopened-rate-in-week', 5 * hour)).toMatchObject({ display: '33.3% (1 of 3)' })
    expect(figure(story, 'reopened-rate-in-week', 10 * day)).toMatchObject({
      display: '100% (1 of 1)',
      rows: [{ key: 'b' }],
    })
    expect(figure(story, 'reopened-rate-in-week', 8 * day)).toMatchObject({ value: null })
  })
})

describe('the weekly pack', () => {
  test('looks back over seven days where the daily one says yesterday', () => {
    const told: readonly Told[] = [
      { at: hour, key: 'a', fields: { title: 'a', status: 'new', severity: 2 } },
      { at: 2 * day, key: 'b', fields: { title: 'b', status: 'new', severity: 2 } },
    ]
    const { verdict, total, period, changes } = pack(told, 4 * day)
    expect(verdict.reason).toBe('No severity 1 open; severity 2 rose from 0 to 2 in seven days.')
    expect(verdict.rule).toContain('than seven days before')
    expect(total).toEqual({ open: 2, change: 2 })
    expect(period.heading).toBe('In the last seven days')
    expect(changes[0]).toMatchObject({ label: 'New', count: 2 })
  })

  test('of nothing says so, and survives the way to the print page', () => {
    const empty = weeklyPack(hypercare([], {}), { asOf: goLive + day })
    expect(readPack(JSON.stringify(empty))).toEqual(empty)
    expect(empty.ageing.summary).toBe('No issue is open.')
    expect(empty.demand.headline).toBe('no data yet')
    expect(empty.glance.at(-1)).toEqual({
      label: 'Training gaps among new classified issues',
      display: 'no data yet',
      trend: 'nothing to compare with',
    })
  })

  test('every figure it prints is one that the app explains, and all have names of their own', () => {
    const replica = hypercare(issue('a', 1, 10, 60), policy)
    const asOf = goLive + thursday
    const all = figures(replica, { asOf })
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const ids = new Set(all.map(({ id }) => id))
    for (const kind of ['daily', 'weekly'] as const)
      for (const { id } of figures(replica, { asOf, kind })) expect(ids).toContain(id)
    const displays = new Map(all.map(({ label, display }) => [label, display]))
    for (const { label, display } of weeklyPack(replica, { asOf }).definitions)
      expect(displays.get(label)).toBe(display)
  })
})
