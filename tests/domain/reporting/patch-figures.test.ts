import { retestKey } from '@domain/model/retest'
import { figures } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, it } from 'vitest'
import { day, goLive, hour, hypercare, type Told } from './hypercare'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
/** When each fix is ready: 10 hours after the go-live, 20, and so on. */
const readyAt = (place: number) => (10 + 10 * place) * hour
const shipped = 3 * day
const confirmed = 5 * day
const rolledBack = 6 * day

/** Six fixes on one patch: four pass, one fails and is excused, one is excused; confirmed, and rolled back a day later. */
const story: readonly Told[] = [
  ...names.flatMap((key, place): Told[] => [
    { at: hour, key, fields: { title: key.toUpperCase(), status: 'new', severity: 2 } },
    // Ready once before, and worked on again.
    { at: 2 * hour, key, fields: { status: 'fix-ready' } },
    { at: 3 * hour, key, fields: { status: 'in-progress' } },
    { at: readyAt(place), key, fields: { status: 'fix-ready' } },
    { at: readyAt(place) + hour, key, fields: { severity: 3 } },
    { at: 2.5 * day, key, fields: { patch: 'p' } },
    { at: shipped, key, fields: { status: 'retest' } },
    { at: shipped, entity: 'retest', key: retestKey('p', key), fields: { patch: 'p', issue: key } },
  ]),
  {
    at: day,
    entity: 'patch',
    key: 'p',
    fields: { name: 'Patch 1', state: 'planned', opensAt: goLive + shipped },
  },
  { at: shipped - hour, entity: 'patch', key: 'p', fields: { state: 'in-test' } },
  { at: shipped, entity: 'patch', key: 'p', fields: { state: 'shipped' } },
  ...['a', 'b', 'c', 'd'].flatMap((key): Told[] => [
    { at: 4 * day, entity: 'retest', key: retestKey('p', key), fields: { result: 'passed' } },
    { at: 4 * day, key, fields: { status: 'resolved', rescue: 'project-team' } },
  ]),
  { at: 4 * day, entity: 'retest', key: retestKey('p', 'e'), fields: { result: 'failed' } },
  { at: 4 * day, key: 'e', fields: { status: 'returned', patch: null } },
  { at: 4.5 * day, entity: 'retest', key: retestKey('p', 'e'), fields: { excuse: 'Next patch' } },
  { at: 4.5 * day, entity: 'retest', key: retestKey('p', 'f'), fields: { excuse: 'Nobody there' } },
  { at: 4.5 * day, key: 'f', fields: { status: 'resolved', rescue: 'project-team' } },
  { at: confirmed, entity: 'patch', key: 'p', fields: { state: 'confirmed' } },
  {
    at: rolledBack,
    entity: 'patch',
    key: 'p',
    fields: { state: 'rolled-back', rollbackReason: 'Ines Roth saw invoices printed twice' },
  },
  ...['a', 'b', 'c', 'd', 'f'].map(
    (key): Told => ({
      at: rolledBack,
      key,
      fields: { status: 'returned', patch: null },
    }),
  ),
  { at: 7 * day, key: 'z', fields: { title: 'Z', status: 'fix-ready', patch: 'q' } },
  { at: 7 * day, entity: 'patch', key: 'q', fields: { name: 'Patch 2', state: 'planned', removed: true } },
  { at: 1, entity: 'person', key: 'ines', fields: { name: 'Ines Roth' } },
]
const replica = hypercare(story)

function told(asOf: number): Record<string, readonly [display: string, rows: string]> {
  return Object.fromEntries(
    figures(replica, { asOf: goLive + asOf }).map(({ id, display, rows }) => [
      id,
      [
        display,
        rows
          .map(({ key }) => key)
          .sort()
          .join(' '),
      ],
    ]),
  )
}

describe('figures about patches', () => {
  it('count what waits for a patch and what waits to be retested, as of any day', () => {
    expect(told(2 * day)['fixes-waiting']).toEqual(['4', 'a b c d'])
    expect(told(2.6 * day)['fixes-waiting']).toEqual(['0', ''])
    expect(told(shipped)['retests-waiting']).toEqual(['6', 'a b c d e f'])
    expect(told(4.2 * day)['retests-waiting']).toEqual(['1', 'f'])
    expect(told(confirmed)['retests-waiting']).toEqual(['0', ''])
    // On a patch that was withdrawn.
    expect(told(7 * day)['fixes-waiting']).toEqual(['1', 'z'])
  })

  it('count what was shipped and rolled back within the day and the week', () => {
    expect(told(shipped)['patches-shipped-since-yesterday']).toEqual(['1', 'p'])
    expect(told(confirmed)['patches-shipped-since-yesterday']).toEqual(['0', ''])
    expect(told(confirmed)['patches-shipped-in-week']).toEqual(['1', 'p'])
    expect(told(confirmed)['patches-rolled-back-in-week']).toEqual(['0', ''])
    expect(told(rolledBack)['patches-rolled-back-in-week']).toEqual(['1', 'p'])
    expect(told(shipped + 8 * day)['patches-shipped-in-week']).toEqual(['0', ''])
  })

  it('tell the share of failed retests of those that were judged', () => {
    expect(told(shipped)['failed-retest-share']).toEqual(['no data yet', ''])
    expect(told(4.2 * day)['failed-retest-share']).toEqual(['20% (1 of 5)', 'e'])
    expect(told(confirmed)['failed-retest-share']).toEqual(['20% (1 of 5)', 'e'])
  })

  it('time each fix from when it was last ready to when its patch was confirmed', () => {
    expect(told(4.9 * day)['fix-lead-time-median']).toEqual(['no data yet', ''])
    // Ready after 10, 20, 30, 40 and 60 hours, confirmed after 120: 110, 100, 90, 80 and 60 hours.
    expect(told(confirmed)['fix-lead-time-median']).toEqual(['3.8 days', 'a b c d f'])
    expect(told(confirmed)['fix-lead-time-ninth']).toEqual(['4.6 days', 'a b c d f'])
    // Nothing of it is live any more.
    expect(told(rolledBack)['fix-lead-time-median']).toEqual(['no data yet', ''])
  })
})

describe('patches in the reports', () => {
  it('are those on their way and those that changed within the period', () => {
    const lines = (asOf: number) => dailyPack(replica, { asOf: goLive + asOf }).patches.lines
    expect(lines(2 * day)).toEqual([
      {
        name: 'Patch 1',
        state: 'Planned',
        since: 'Tue 3 Nov 2026, 06:00',
        window: 'Thu 5 Nov 2026, 06:00',
        fixes: 0,
        note: '',
      },
    ])
    expect(lines(4.2 * day)[0]).toMatchObject({
      state: 'Shipped',
      fixes: 6,
      note: '1 retest to be done, 1 retest failed',
    })
    expect(lines(12 * day)).toEqual([])
    const week = weeklyPack(replica, { asOf: goLive + 7 * day })
    expect(week.patches.lines[0]).toMatchObject({
      state: 'Rolled back',
      note: 'Ines Roth saw invoices printed twice',
    })
    expect(week.patches.figures.map(({ label }) => label)).toContain('Fix ready to confirmed, median')
    expect(week.definitions.map(({ label }) => label)).toContain('Failed retests')
  })

  it('name nobody where names are withheld', () => {
    const week = weeklyPack(replica, { asOf: goLive + 7 * day, withhold: namesAlone })
    expect(week.patches.lines[0]?.note).toBe('[name] saw invoices printed twice')
  })
})
