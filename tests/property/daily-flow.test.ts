import { endedStatuses, issueStatuses } from '@domain/model/issue'
import { dailyFlow } from '@domain/reporting/daily-flow'
import { figures } from '@domain/reporting/figures'
import { readAsOf } from '@domain/reporting/reading'
import { startOfDay } from '@domain/time/zone'
import { isOpenAt, severityAt } from '@domain/triage/as-of'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, goLive, hypercare, type Told } from '../domain/reporting/hypercare'

const at = fc.integer({ min: -3 * day, max: 40 * day })
const change = fc.record({
  at,
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  fields: fc.record(
    {
      status: fc.constantFrom(...issueStatuses),
      severity: fc.constantFrom(1, 2, 3, null),
      raisedAt: at.map((by) => goLive + by),
      removed: fc.constantFrom(false, false, false, true),
    },
    { requiredKeys: ['status'] },
  ),
})
const story: fc.Arbitrary<Told[]> = fc.array(change, { maxLength: 25 })

describe('the flow per day', () => {
  test('counts at each day’s end what is open then, asked issue by issue', () => {
    fc.assert(
      fc.property(story, at, (told, by) => {
        const replica = hypercare(told)
        const asOf = goLive + by
        const flow = dailyFlow(readAsOf(replica, asOf))
        const rows = [...replica.rows('issue').values()]
        for (const [place, { open }] of flow.entries()) {
          const next = flow[place + 1]
          const end = next ? startOfDay(next.day, 'Europe/Berlin') - 1 : asOf
          const severities = rows.filter((row) => isOpenAt(row, end)).map((row) => severityAt(row, end))
          expect(open).toEqual(
            [1, 2, 3, null].map((level) => severities.filter((other) => other === level).length),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  test('adds up: open = open the day before + in − out', () => {
    const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)
    fc.assert(
      fc.property(story, at, (told, by) => {
        const flow = dailyFlow(readAsOf(hypercare(told), goLive + by))
        expect(flow.length).toBeLessThanOrEqual(30)
        for (const [place, today] of flow.entries()) {
          const before = flow[place - 1]
          if (before) expect(sum(today.open)).toBe(sum(before.open) + today.in - today.out)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('figures', () => {
  test('of counts have as many rows as they say, all of issues that then existed', () => {
    fc.assert(
      fc.property(story, at, (told, by) => {
        const replica = hypercare(told)
        const all = new Map(figures(replica, { asOf: goLive + by }).map((figure) => [figure.id, figure]))
        const value = (id: string) => all.get(id)?.value ?? Number.NaN
        for (const { id, unit, value, rows } of all.values()) {
          if (unit === 'issues' && !id.startsWith('open-change-')) expect(rows).toHaveLength(value ?? 0)
        }
        expect(value('open') + value('ended')).toBe(value('raised'))
        expect(
          value('open-severity-1') +
            value('open-severity-2') +
            value('open-severity-3') +
            value('open-severity-unset'),
        ).toBe(value('open'))
        const open = [...replica.rows('issue').values()].filter((row) => isOpenAt(row, goLive + by))
        expect(all.get('open')?.rows.map(({ key }) => key)).toEqual(open.map(({ key }) => key))
      }),
      { numRuns: 100 },
    )
  })

  test('never count an ended status as open', () => {
    for (const status of endedStatuses) {
      const replica = hypercare([{ at: 0, key: 'a', fields: { status } }])
      expect(figures(replica, { asOf: goLive + day })[0]?.value).toBe(0)
    }
  })
})
