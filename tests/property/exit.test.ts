import { readExitNow } from '@domain/exit/exit-reading'
import { exitDays, readinessHistory } from '@domain/exit/history'
import { scorecard } from '@domain/exit/scorecard'
import type { Replica } from '@domain/merge/replica'
import { issueStatuses, rescues } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import { finish } from '@domain/triage/sliced-sort'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../support/laptop'
import { type NaiveTerms, naiveStates, type Write } from '../support/naive-exit'

const hour = 60 * 60_000
const day = 24 * hour
/** So that clocks go back or forward within the days that are looked at. */
const goLives = [Date.UTC(2026, 9, 1, 9), Date.UTC(2026, 9, 23, 5), Date.UTC(2027, 2, 12, 20)]
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const length = 12

const keys = Array.from({ length: 10 }, (_, place) => `k${place}`)
const offset = fc.integer({ min: -24, max: length * 24 }).map((step) => step * hour)
const born = fc.tuple(
  ...keys.map((key) =>
    fc.record({ at: offset, key: fc.constant(key), severity: fc.constantFrom(1, 2, 3, 3) }),
  ),
)
const change = fc.record({
  at: offset,
  key: fc.constantFrom(...keys),
  fields: fc.oneof(
    fc.record({ status: fc.constantFrom(...issueStatuses) }),
    fc.record({ status: fc.constant('resolved'), rescue: fc.constantFrom(...rescues) }),
    fc.record({ severity: fc.constantFrom(1, 2, 3) }),
    fc.record({ rescue: fc.constantFrom(...rescues, null) }),
  ),
})
const histories = fc
  .record({
    goLive: fc.constantFrom(...goLives),
    zone: fc.constantFrom(...zones),
    born,
    changes: fc.array(change, { maxLength: 40 }),
    holidays: fc.subarray([0, 2, 3, 7]),
  })
  .map(({ goLive, zone, born, changes, holidays }) => {
    const started = born.map(
      ({ at, key, severity }): Write => ({
        at: goLive + at,
        key,
        fields: { title: key, status: 'new', severity },
      }),
    )
    const later = changes
      .map(({ at, key, fields }): Write => ({ at: goLive + at, key, fields: fields as Fields }))
      .filter(({ at, key }) => started.some((one) => one.key === key && one.at < at))
    // Of two words at the same moment the one that is written later holds.
    const writes = [...started, ...later].sort((a, b) => a.at - b.at)
    return { goLive, zone, writes, holidays }
  })

const terms = {
  quietDays: 2,
  mostOpen: 1,
  aDay: 0.75,
  arrivalDays: 4,
  alonePercent: 60,
  aloneDays: 6,
  clockPercent: 70,
  clockDays: 3,
} as const

function replicaOf({
  goLive,
  zone,
  writes,
  holidays,
}: {
  goLive: number
  zone: string
  writes: readonly Write[]
  holidays: readonly number[]
}): Replica {
  const laptop = makeLaptop('lead', goLive + 60 * day)
  const begun = goLive - 10 * day
  const targets = Object.fromEntries(
    [1, 2, 3].flatMap((severity) => [
      [`severity.${severity}.acknowledgeMinutes`, 60 * severity],
      [`severity.${severity}.resolveMinutes`, 480 * severity],
      [`severity.${severity}.calendar`, severity === 1 ? 'always' : 'support'],
    ]),
  )
  const closed = holidays.map((days) => [
    `holiday:${new Date(goLive + days * day).toISOString().slice(0, 10)}`,
    'Holiday',
  ])
  const hours = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((name) => [`hours.${name}`, '08:00-18:00'])
  laptop.write({
    entity: 'engagement',
    key: 'engagement',
    at: begun,
    fields: { zone, goLiveAt: goLive, ...targets, ...Object.fromEntries([...closed, ...hours]) },
  })
  const agreed = (builtIn: string, fields: Fields) =>
    laptop.write({
      entity: 'exitCriterion',
      key: `exit:${builtIn}`,
      at: begun,
      fields: { builtIn, ...fields },
    })
  agreed('no-new-severe', { days: terms.quietDays })
  agreed('open-severe', { threshold: terms.mostOpen })
  agreed('arrivals', { threshold: terms.aDay, days: terms.arrivalDays })
  agreed('steady-state-alone', { threshold: terms.alonePercent, days: terms.aloneDays })
  agreed('clocks-kept', { threshold: terms.clockPercent, days: terms.clockDays })
  for (const { at, key, fields } of writes) laptop.write({ entity: 'issue', key, fields, at })
  return laptop.replica
}

const statesOf = (reading: ReturnType<typeof readExitNow>, at: number) =>
  Object.fromEntries(
    scorecard(reading, at)
      .criteria.filter(
        ({ builtIn }) => builtIn && !['active-users', 'handover', 'sign-off'].includes(builtIn),
      )
      .map(({ id, state }) => [id, state]),
  )

describe('the scorecard', () => {
  test('says of every day what asking every issue hour by hour says', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const replica = replicaOf(history)
        const { goLive, zone, writes } = history
        const reading = readExitNow(replica, goLive + length * day)
        const naive: NaiveTerms = { zone, ...terms }
        const days = exitDays(reading)
        expect(days.length).toBeGreaterThan(length - 1)
        for (const { day, asOf } of days)
          expect({ day, ...statesOf(reading, asOf) }).toEqual({
            day,
            ...naiveStates(writes, replica, goLive, asOf, naive),
          })
      }),
      { numRuns: 25 },
    )
  })

  test('is the same whether a day is asked alone, last, or within the history, and whenever it was read', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const replica = replicaOf(history)
        const end = history.goLive + length * day
        const days = finish(readinessHistory(readExitNow(replica, end)))
        const backwards = readExitNow(replica, end)
        for (const { asOf, card } of [...days].reverse()) {
          const told = Object.fromEntries(
            card.criteria
              .filter(({ id }) => !['active-users', 'handover', 'sign-off'].includes(id))
              .map(({ id, state }) => [id, state]),
          )
          expect(statesOf(backwards, asOf)).toEqual(told)
          expect(statesOf(readExitNow(replica, asOf), asOf)).toEqual(told)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('is met no earlier than it says, while nothing else happens', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const replica = replicaOf(history)
        const at = history.goLive + length * day
        const later = readExitNow(replica, at + 30 * day)
        for (const { id, state, earliest } of scorecard(later, at).criteria) {
          const date = earliest()
          if (!['no-new-severe', 'arrivals'].includes(id)) continue
          expect(date === undefined).toBe(state === 'met')
          if (date === undefined) continue
          const stateAt = (moment: number) => statesOf(later, moment)[id]
          if (id === 'no-new-severe') expect(stateAt(date)).toBe('met')
          expect(stateAt(date - 1)).not.toBe('met')
        }
      }),
      { numRuns: 25 },
    )
  })
})
