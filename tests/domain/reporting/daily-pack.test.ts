import type { ToldCopy } from '@domain/merge/freshness'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { readPack } from '@domain/reporting/read-pack'
import { describe, expect, test } from 'vitest'
import { day, engagement, goLive, hour, hypercare, type Told } from './hypercare'

const steady: readonly Told[] = [
  {
    at: hour,
    key: 'a',
    fields: { shortKey: 'W-1', title: 'Label printer', status: 'new', severity: 2, owner: 'p1' },
  },
  { at: hour, key: 'b', fields: { title: 'Login loops', externalKey: 'EXT-2', status: 'new', severity: 2 } },
  { at: 40 * hour, key: 'b', fields: { status: 'resolved' } },
  { at: -day, entity: 'person', key: 'p1', fields: { name: 'Ines Petrov' } },
]

describe('the daily pack', () => {
  test('gives its verdict with the reason', () => {
    const pack = dailyPack(hypercare(steady), { asOf: goLive + 2 * day })
    expect(pack.verdict).toMatchObject({
      state: 'steady',
      word: 'Steady',
      reason: 'No severity 1 open; severity 2 fell from 2 to 1 since yesterday.',
    })
    expect(pack.dayOfPlan).toBe('Day 3 of 28')
    expect(pack.asOfText).toBe('Wed 4 Nov 2026, 06:00')
    expect(pack.zoneText).toBe('Europe/Berlin (UTC+01:00)')
  })

  test('says whose changes are missing, and since when', () => {
    const asOf = goLive + 2 * day
    const heard = {
      laptop: 'bobobobobo',
      writer: 'Bo',
      seen: {},
      writtenAt: asOf - hour,
      readAt: asOf - hour,
    }
    const unheard = { ...heard, laptop: 'cycycycycy', writtenAt: asOf - 25 * hour }
    const missing = (...copies: ToldCopy[]) => dailyPack(hypercare(steady), { asOf, copies }).missing
    expect(missing()).toBeNull()
    expect(missing(heard)).toBeNull()
    expect(missing(heard, unheard)).toBe('Without the changes of 1 laptop since Tue 3 Nov 2026, 05:00.')
    expect(missing({ ...heard, seen: { bobobobobo: 3 } }, unheard)).toMatch(
      /^Without the changes of 2 laptops since/,
    )
  })

  test.each<[string, readonly Told[], string, string]>([
    ['nothing recorded', [], 'empty', 'No issue has been recorded yet.'],
    [
      'an open severity 1',
      [...steady, { at: 2 * hour, key: 'c', fields: { title: 'Down', status: 'new', severity: 1 } }],
      'critical',
      '1 severity 1 issue is open, the oldest for 1 day; severity 2 fell from 2 to 1 since yesterday.',
    ],
    [
      'a severity 1 that came and went',
      [
        { at: 30 * hour, key: 'c', fields: { title: 'Down', status: 'new', severity: 1 } },
        { at: 31 * hour, key: 'c', fields: { status: 'resolved' } },
      ],
      'watch',
      'No severity 1 open; a severity 1 issue was raised in the last 24 hours and has ended.',
    ],
    [
      'more of severity 2',
      [{ at: 30 * hour, key: 'c', fields: { title: 'Slow', status: 'new', severity: 2 } }],
      'watch',
      'No severity 1 open; severity 2 rose from 0 to 1 since yesterday.',
    ],
    [
      'an issue nobody has looked at',
      [{ at: hour, key: 'c', fields: { title: 'Odd', status: 'new' } }],
      'watch',
      'No severity 1 open; 1 open issue has no severity yet.',
    ],
    [
      'all done',
      [{ at: hour, key: 'c', fields: { title: 'Was odd', status: 'closed', severity: 3 } }],
      'steady',
      'No issue is open.',
    ],
  ])('judges %s', (_name, told, state, reason) => {
    expect(dailyPack(hypercare(told), { asOf: goLive + 2 * day }).verdict).toMatchObject({ state, reason })
  })

  test.each([
    ['before the go-live', goLive - 3 * day, engagement, 'Go-live in 3 days, on Mon 2 Nov 2026'],
    ['on the morning of it', goLive - hour, engagement, 'Go-live is today at 06:00'],
    ['on the day', goLive, engagement, 'Day 1 of 28'],
    ['on the planned last day', Date.UTC(2026, 10, 29, 20), engagement, 'Day 28 of 28'],
    [
      'a day late',
      Date.UTC(2026, 10, 30, 12),
      engagement,
      'Day 29, 1 day past the planned end (Sun 29 Nov 2026)',
    ],
    [
      'without a planned end',
      goLive + day,
      { ...engagement, plannedEndOn: null },
      'Day 2, no planned end set',
    ],
    ['without a go-live', goLive, {}, 'No go-live date set'],
  ])('says where it stands %s', (_when, asOf, about, words) => {
    expect(dailyPack(hypercare([], about), { asOf }).dayOfPlan).toBe(words)
  })

  test('before the go-live it judges nothing', () => {
    const told: readonly Told[] = [
      { at: -2 * day, key: 'c', fields: { title: 'Rehearsal', status: 'new', severity: 1 } },
    ]
    const { verdict, flow } = dailyPack(hypercare(told), { asOf: goLive - day })
    expect(verdict.state).toBe('not-live')
    expect(verdict.reason).toBe('The go-live is still to come; 1 issue is open, 1 of severity 1.')
    expect(flow.days.map(({ label }) => label)).toEqual(['31 Oct', '1 Nov'])
  })

  test('names issues and people as people know them', () => {
    const pack = dailyPack(hypercare(steady), { asOf: goLive + 2 * day })
    expect(pack.register.lines).toEqual([
      {
        key: 'W-1',
        title: 'Label printer',
        severity: 2,
        status: 'New',
        owner: 'Ines Petrov',
        ageDays: 1,
        nextUpdate: null,
        updateOverdue: false,
        workaround: false,
        component: null,
      },
    ])
    expect(pack.resolved.lines).toMatchObject([
      { key: 'EXT-2', status: 'Resolved', resolved: 'Tue 3 Nov 2026, 22:00' },
    ])
  })

  test('puts decisions that are due first, and forgets those made by then', () => {
    const told: readonly Told[] = [
      {
        at: hour,
        entity: 'decision',
        key: 'x',
        fields: { title: 'Later', status: 'needed', neededBy: '2026-11-09' },
      },
      {
        at: hour,
        entity: 'decision',
        key: 'y',
        fields: { title: 'Late', status: 'needed', neededBy: '2026-11-03', askedOf: 'CFO' },
      },
      {
        at: hour,
        entity: 'decision',
        key: 'z',
        fields: { title: 'Made', status: 'made', madeAt: goLive + 3 * hour },
      },
      {
        at: hour,
        key: 'h',
        fields: { title: 'Waits', status: 'on-hold', holdReason: 'decision', severity: 3 },
      },
    ]
    const titles = (asOf: number) =>
      dailyPack(hypercare(told), { asOf }).decisions.lines.map(({ title }) => title)
    expect(titles(goLive + 2 * hour)).toEqual(['Late', 'Later', 'Made', 'Waits'])
    expect(titles(goLive + 2 * day)).toEqual(['Late', 'Later', 'Waits'])
    expect(dailyPack(hypercare(told), { asOf: goLive + 2 * day }).decisions.lines[0]).toMatchObject({
      overdue: true,
      neededBy: 'Tue 3 Nov 2026',
    })
  })

  test('lists the most severe first and says how many it leaves out', () => {
    const told = Array.from({ length: 9 }, (_, place): Told => {
      const fields = { title: `No. ${place}`, status: 'new', severity: place === 7 ? 1 : 3 }
      return { at: 30 * hour + place, key: `k${place}`, fields }
    })
    const [group] = dailyPack(hypercare(told), { asOf: goLive + 2 * day }).changes
    expect(group?.count).toBe(9)
    expect(group?.issues.map(({ key }) => key)).toEqual(['k7', 'k0', 'k1'])
  })

  test('holds text of any kind and length as text', () => {
    const script = '<script>alert("x")</script>'
    const told: readonly Told[] = [
      { at: hour, key: 'a', fields: { title: script, status: 'new', severity: 1 } },
      { at: 2 * hour, key: 'b', fields: { title: `${'x'.repeat(100_000)}`, status: 'new', severity: 1 } },
      { at: 3 * hour, key: 'c', fields: { title: '  two\nlines\tand a tab ', status: 'new', severity: 1 } },
      { at: 4 * hour, key: 'd', fields: { status: 'new', severity: 1 } },
    ]
    const titles = dailyPack(hypercare(told), { asOf: goLive + day }).register.lines.map(({ title }) => title)
    expect(titles).toEqual([script, `${'x'.repeat(159)}…`, 'two lines and a tab', 'Untitled'])
  })

  test('survives the way to the print page, and nothing else is taken for a pack', () => {
    const pack = dailyPack(hypercare(steady), { asOf: goLive + 2 * day })
    expect(readPack(JSON.stringify(pack))).toEqual(pack)
    expect(() => readPack('{')).toThrow('not readable')
    expect(() => readPack('{"kind":"monthly"}')).toThrow('kind')
    expect(() => readPack(JSON.stringify({ ...pack, register: { count: '1' } }))).toThrow('register.count')
  })

  test('an engagement about which nothing is known has a pack as well', () => {
    const pack = dailyPack(hypercare(steady, {}), { asOf: goLive + 2 * day })
    expect(pack.engagement).toEqual({ name: 'Unnamed engagement', client: '', system: '' })
    expect(pack.zoneText).toBe('UTC')
    expect(pack.flow.days.map(({ label }) => label)).toEqual(['2 Nov', '3 Nov', '4 Nov'])
    expect(pack.flow.summary).toBe('In 3 days to Wed 4 Nov 2026, 2 came in and 1 ended: 1 more open.')
  })
})
