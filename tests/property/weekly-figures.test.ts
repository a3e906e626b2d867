import { issueStatuses, severities } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import type { Figure } from '@domain/reporting/figure'
import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goLive, hypercare, type Told } from '../domain/reporting/hypercare'
import { type NaiveClock, naivePercentile, naiveWeek } from '../support/naive-week'

const minute = 60_000
const hour = 60 * minute
const promises = {
  1: { acknowledge: 15, resolve: 240 },
  2: { acknowledge: 60, resolve: 480 },
  3: { acknowledge: 240, resolve: 960 },
} as const

const policy: Fields = {
  name: 'Wave 2',
  zone: 'Europe/Berlin',
  goLiveAt: goLive,
  ...Object.fromEntries(
    severities.flatMap((severity) => [
      [`severity.${severity}.acknowledgeMinutes`, promises[severity].acknowledge],
      [`severity.${severity}.resolveMinutes`, promises[severity].resolve],
      [`severity.${severity}.updateMinutes`, 120],
      [`severity.${severity}.calendar`, 'always'],
    ]),
  ),
}

/** Whole steps of 20 minutes, so that a reference that asks by the minute misses nothing. */
const at = fc.integer({ min: 0, max: 72 }).map((step) => step * 20 * minute)
const keys = Array.from({ length: 12 }, (_, place) => `k${place}`)
const born = fc
  .tuple(...keys.map((key) => fc.record({ at, key: fc.constant(key), severity: fc.constantFrom(1, 2, 3) })))
  .map((all) =>
    all.map(({ at, key, severity }): Told => ({ at, key, fields: { title: key, status: 'new', severity } })),
  )
const change: fc.Arbitrary<Told> = fc.record({
  at,
  key: fc.constantFrom(...keys),
  fields: fc.oneof(
    fc.record({ status: fc.constantFrom(...issueStatuses) }),
    fc.record({ severity: fc.constantFrom(1, 2, 3) }),
    fc.record({ owner: fc.constantFrom('ines', 'noor', null) }),
  ),
})
const changes = fc.array(change, { maxLength: 40 })

const figureMap = (all: readonly Figure[]) => new Map(all.map((figure) => [figure.id, figure]))
/** Changes of an issue that had not been raised are none of its history. */
const afterBirth = (born: readonly Told[], changes: readonly Told[]) =>
  changes.filter((change) => (born.find(({ key }) => key === change.key)?.at ?? Infinity) < change.at)

describe('the figures of a week', () => {
  test('say what asking every issue minute by minute says', () => {
    fc.assert(
      fc.property(born, changes, at, (born, changes, by) => {
        const replica = hypercare([...born, ...afterBirth(born, changes)], policy)
        const asOf = goLive + by
        const expected = naiveWeek(replica, asOf, promises)
        const told = figureMap(figures(replica, { asOf, kind: 'weekly' }))
        for (const kind of ['acknowledge', 'resolve'] as const) {
          const judged: readonly NaiveClock[] = expected[kind]
          const met = judged.filter((clock) => clock.met).length
          const share = judged.length === 0 ? null : (100 * met) / judged.length
          expect(told.get(`${kind}-attainment`)?.value).toBe(share)
          expect(told.get(`${kind}-attainment`)?.rows).toHaveLength(judged.length)
          expect(told.get(`${kind}-open-breaches`)?.value).toBe(judged.filter(({ open }) => open).length)
          for (const severity of severities) {
            const minutes = judged
              .filter((clock) => clock.severity === severity && !clock.open)
              .map((clock) => clock.minutes)
            expect(told.get(`${kind}-median-severity-${severity}`)?.value).toBe(naivePercentile(minutes, 50))
            expect(told.get(`${kind}-p90-severity-${severity}`)?.value).toBe(naivePercentile(minutes, 90))
          }
        }
        expect(told.get('reopened-rate-in-week')?.rows.map(({ key }) => key)).toEqual(expected.back)
        const either = new Set([...expected.ended, ...expected.back]).size
        const rate = either === 0 ? null : (100 * expected.back.length) / either
        expect(told.get('reopened-rate-in-week')?.value).toBe(rate)
      }),
      { numRuns: 25 },
    )
  })

  test('add up: met and missed are all judged, severities and bands are the whole', () => {
    fc.assert(
      fc.property(born, changes, at, (born, changes, by) => {
        const replica = hypercare([...born, ...changes], policy)
        const asOf = goLive + by
        const { serviceLevels, ageing, orphans } = weeklyPack(replica, { asOf })
        for (const { levels } of serviceLevels.clocks) {
          const all = levels.at(-1)
          for (const field of ['judged', 'met', 'missed', 'open'] as const) {
            const parts = levels.slice(0, -1).reduce((sum, level) => sum + level[field], 0)
            expect(parts).toBe(all?.[field])
          }
          for (const { judged, met, missed, open } of levels) {
            expect(met + missed).toBe(judged)
            expect(open).toBeLessThanOrEqual(missed)
          }
        }
        const told = figureMap(figures(replica, { asOf, kind: 'weekly' }))
        const open = told.get('open')?.value
        expect(ageing.bands.flatMap((band) => band.open).reduce((sum, count) => sum + count, 0)).toBe(open)
        expect(orphans.reasons.reduce((sum, { total }) => sum + total, 0)).toBe(told.get('orphans')?.value)
        for (const { unit, value, rows, id } of told.values())
          if (unit === 'issues' && id !== 'open-change-in-week') expect(rows).toHaveLength(value ?? 0)
      }),
      { numRuns: 50 },
    )
  })

  test('as of an instant never use what happened after it', () => {
    const later: fc.Arbitrary<Told[]> = fc.array(
      fc.oneof<fc.Arbitrary<Told>[]>(
        change,
        fc.record({
          at,
          key: fc.constantFrom(...keys),
          fields: at.map((due) => ({ nextUpdateDue: goLive + due + 3 * hour })),
        }),
        fc.record({
          at,
          entity: fc.constant('engagement'),
          key: fc.constant('engagement'),
          fields: fc.record({ 'severity.2.resolveMinutes': fc.integer({ min: 1, max: 999 }) }),
        }),
        fc.record({
          at,
          entity: fc.constant('person'),
          key: fc.constantFrom('ines', 'noor'),
          fields: fc.constant({ removed: true }),
        }),
      ),
      { maxLength: 20 },
    )
    const people: readonly Told[] = ['ines', 'noor'].map((key) => ({
      at: -hour,
      entity: 'person',
      key,
      fields: { name: key },
    }))
    fc.assert(
      fc.property(born, changes, later, at, (born, changes, later, by) => {
        const asOf = goLive + by
        const all = [...people, ...born, ...changes]
        const after = later.filter(
          ({ at: happened, key, entity = 'issue' }) =>
            happened > by &&
            (entity !== 'issue' || (born.find((one) => one.key === key)?.at ?? Infinity) <= by),
        )
        const commented: readonly Told[] = born.map(({ key }) => ({
          at: by,
          entity: 'comment',
          key: `c-${key}`,
          fields: { issue: key, text: 'Later', writtenAt: asOf + hour },
        }))
        const before = hypercare(all, policy)
        const known = hypercare([...all, ...after, ...commented], policy)
        expect(weeklyPack(known, { asOf })).toEqual(weeklyPack(before, { asOf }))
        expect(figures(known, { asOf, kind: 'weekly' })).toEqual(figures(before, { asOf, kind: 'weekly' }))
      }),
      { numRuns: 50 },
    )
  })
})
