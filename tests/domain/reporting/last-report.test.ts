import type { Fields } from '@domain/model/value'
import { figures } from '@domain/reporting/figures'
import { rememberReport } from '@domain/reporting/last-report'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { makeReport } from '@domain/reporting/make-report'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import type { ReportKind } from '@domain/reporting/report-kind'
import { describe, expect, it } from 'vitest'
import { hash } from './hash'
import { day, goLive, hour, hypercare, type Told } from './hypercare'

const issues: readonly Told[] = [1, 2, 3, 8, 9.5].map((on, place) => ({
  at: on * day,
  key: `i${place}`,
  fields: { title: 'x', status: 'new', severity: 3 },
}))
/** Thursday 12 November 2026, 06:00 in Berlin. */
const asOf = goLive + 10 * day

/** A report that was saved when it was made, with one figure of it. */
const saved = (kind: ReportKind, at: number, open: number | null, more: Fields = {}): Told => ({
  at,
  entity: 'savedReport',
  key: `${kind}:${goLive + at}`,
  fields: { kind, asOf: goLive + at, savedAt: goLive + at, figures: JSON.stringify({ open }), ...more },
})
const trendOf = (told: readonly Told[], kind: ReportKind = 'weekly', at = asOf) =>
  figures(hypercare([...issues, ...told]), { asOf: at, kind }).find(({ id }) => id === 'open')?.trend

describe('headline figures', () => {
  it('stand against the last report of their kind, with sign and words', () => {
    const told = [saved('weekly', 2 * day, 9), saved('weekly', 4 * day, 7), saved('daily', 5 * day, 1)]
    expect(trendOf(told)).toEqual({
      before: 7,
      change: -2,
      display: '−2',
      text: '−2, down from 7',
      against: 'the weekly report of Fri 6 Nov 2026, 06:00',
    })
    expect(trendOf(told, 'daily')?.text).toBe('+4, up from 1')
    expect(trendOf([saved('exit', 2 * day, 5)], 'exit')?.text).toBe('no change')
    expect(trendOf([saved('exit', 2 * day, null)], 'exit')?.text).toBe('nothing to compare with')
  })

  it('stand against the time before where none was saved', () => {
    expect(trendOf([])).toMatchObject({ before: 3, text: '+2, up from 3', against: 'the week before' })
    expect(trendOf([], 'daily')).toMatchObject({
      before: 4,
      text: '+1, up from 4',
      against: 'the day before',
    })
    expect(dailyPack(hypercare(issues), { asOf }).comparison).toBe(
      'Changes are against the day before; no earlier daily report was saved.',
    )
  })

  it('are not held against a draft of the same report, nor against one that was taken back, unreadable or not saved by then', () => {
    const older = saved('weekly', 4 * day, 7)
    for (const not of [
      saved('weekly', 7 * day, 1),
      saved('weekly', 5 * day, 1, { removed: true }),
      saved('weekly', 5 * day, 1, { figures: '{"open": "many"}' }),
      saved('weekly', 5 * day, 1, { figures: 'nothing' }),
      saved('weekly', 5 * day, 1, { savedAt: asOf + hour }),
    ])
      expect(trendOf([older, not])?.before).toBe(7)
    expect(trendOf([saved('daily', 10 * day - 11 * hour, 1)], 'daily')?.before).toBe(4)
    expect(trendOf([saved('daily', 10 * day - 12 * hour, 1)], 'daily')?.before).toBe(1)
  })

  it('say the same on every page and in every figure', async () => {
    const told = (['daily', 'weekly', 'exit'] as const).map((kind) => saved(kind, 4 * day, 2))
    const replica = hypercare([...issues, ...told])
    const packs = [
      dailyPack(replica, { asOf }),
      weeklyPack(replica, { asOf }),
      (await exitPack(replica, { asOf, hash })).pack,
    ]
    for (const { kind, total, comparison, glance, severities } of packs) {
      expect(total).toEqual({ open: 5, change: 3 })
      expect(comparison).toBe(`Changes are against the ${kind} report of Fri 6 Nov 2026, 06:00.`)
      // A figure that the last report did not have.
      expect(severities[0]?.change).toBeNull()
      for (const { trend } of glance) expect(trend).toBe('nothing to compare with')
    }
  })
})

describe('a report that is saved', () => {
  it.each(['daily', 'weekly', 'exit'] as const)(
    'as the %s one is what the next is held against',
    async (kind) => {
      const replica = hypercare(issues)
      const first = await makeReport(replica, kind, { asOf: goLive + 4 * day }, hash)
      const [intent] = rememberReport(
        { kind, asOf: goLive + 4 * day, figures: first.figures, now: goLive + 4 * day },
        replica.rows('savedReport'),
      )
      if (!intent) throw new Error('Nothing remembered')
      const next = hypercare([...issues, { at: 4 * day, ...intent }])
      const { figures, pack } = await makeReport(next, kind, { asOf }, hash)
      const headlines = figures.filter(({ trend }) => trend)
      expect(headlines.length).toBeGreaterThan(10)
      for (const { id, trend } of headlines) {
        expect(trend?.against).toBe(`the ${kind} report of Fri 6 Nov 2026, 06:00`)
        expect(trend?.before, id).toBe(first.figures.find((figure) => figure.id === id)?.value)
      }
      expect(JSON.stringify(pack)).toContain('+2, up from 3')
    },
  )

  it('is remembered once, and again only where it says something else', () => {
    const told = saved('daily', 0, 2)
    const rows = hypercare([told]).rows('savedReport')
    const again = (value: number) =>
      rememberReport(
        {
          kind: 'daily',
          asOf: goLive,
          now: goLive + day,
          figures: [
            { id: 'open', value, trend: { before: 0, change: 0, display: '', text: '', against: '' } },
            { id: 'raised', value: 8 },
          ],
        },
        rows,
      )
    expect(again(2)).toEqual([])
    expect(again(3)).toMatchObject([{ key: told.key, fields: { figures: '{"open":3}' } }])
  })
})
