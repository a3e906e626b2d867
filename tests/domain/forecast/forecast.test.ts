import { type ForecastQuestion, forecast } from '@domain/forecast/forecast'
import { type ForecastHistory, historyOf } from '@domain/forecast/history'
import type { IssueLife } from '@domain/forecast/life'
import { thresholdsAt } from '@domain/forecast/thresholds'
import { asItIs } from '@domain/forecast/what-if'
import { criteriaText } from '@domain/forecast/words'
import { addDays, weekdayOf } from '@domain/time/day'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../support/finished'
import { makeLaptop } from '../../support/laptop'
import {
  dayLength,
  goLiveAt,
  goLiveDay,
  knownAt,
  syntheticEngagement,
} from '../../support/synthetic-engagement'

const everyDay = () => true
const usualThresholds = thresholdsAt(makeLaptop('lead').replica, goLiveAt)

function historyAt(lives: readonly IssueLife[], day: number, isWorkday: (day: string) => boolean = everyDay) {
  const asOf = goLiveAt + (day + 0.5) * dayLength
  return historyOf(knownAt(lives, asOf), { goLiveAt, asOf, zone: 'UTC', isWorkday })
}

function told(history: ForecastHistory, question: Partial<ForecastQuestion> = {}) {
  const usual = { seed: 7, runs: 200, thresholds: usualThresholds, people: 4, isWorkday: everyDay }
  return finished(forecast(history, { ...usual, plannedEndOn: null, ...question }))
}

function range(history: ForecastHistory, question: Partial<ForecastQuestion> = {}) {
  const answer = told(history, question)
  if (answer.kind !== 'range') throw new Error('There is enough history')
  return answer
}

/** So many issues of a severity each day, each open for some days. */
function steady(severity: 1 | 2 | 3, perDay: number, until: number, openFor = 0.5): IssueLife[] {
  return Array.from({ length: perDay * until }, (_, place) => {
    const from = goLiveAt + (Math.floor(place / perDay) + 0.2) * dayLength
    return { raised: from, severity, spells: [{ from, to: from + openFor * dayLength, waited: 0 }] }
  })
}

const dayNumber = (days: number) => addDays(goLiveDay, days)

/** Runs that have exited by each day. */
function byDay({ exits }: { readonly exits: readonly number[] }): number[] {
  let sum = 0
  return exits.map((count) => {
    sum += count
    return sum
  })
}

describe('a forecast', () => {
  it('is the same for the same seed, and another for another', () => {
    const { lives, thresholds } = syntheticEngagement(4)
    const history = historyAt(lives, 12)
    expect(range(history, { thresholds })).toEqual(range(history, { thresholds }))
    expect(range(history, { thresholds, seed: 8 }).exits).not.toEqual(range(history, { thresholds }).exits)
  })

  it('says nothing where there is too little history', () => {
    expect(told(historyAt(steady(3, 9, 6), 6))).toEqual({
      kind: 'too-little',
      days: 6,
      raised: 54,
      ended: 54,
    })
    expect(told(historyAt(steady(3, 2, 8), 8)).kind).toBe('too-little')
    expect(told(historyAt(steady(3, 4, 8, 30), 8)).kind).toBe('too-little')
    expect(told(historyAt([], 30)).kind).toBe('too-little')
    expect(told(historyAt(steady(3, 4, 8), 8)).kind).toBe('range')
  })

  it('exits today where everything has long been quiet', () => {
    const { early, middle, plan } = range(historyAt(steady(3, 3, 20), 20), { plannedEndOn: dayNumber(40) })
    expect(early).toBe(dayNumber(20))
    expect(middle).toBe(early)
    expect(plan?.chance).toBeGreaterThan(0.9)
    expect(plan?.over).toEqual({ early: 0, middle: 0, late: 0 })
  })

  it('does not exit while far more come each day than may', () => {
    const { early, plan } = range(historyAt(steady(3, 40, 20), 20), { plannedEndOn: dayNumber(25) })
    expect(early === undefined || early > dayNumber(30)).toBe(true)
    expect(plan?.chance).toBe(0)
    expect(plan?.over.late).toBeUndefined()
  })

  it('counts the days beyond the planned end', () => {
    const lives = [...steady(3, 3, 20), ...steady(2, 1, 20)]
    const { middle, plan } = range(historyAt(lives, 20), { plannedEndOn: dayNumber(18) })
    expect(plan?.chance).toBe(0)
    expect(middle).toBe(dayNumber(18 + (plan?.over.middle ?? 0)))
    expect(plan?.over.early).toBeGreaterThanOrEqual(4)
  })

  it('holds for weekends that are workdays and for weeks without one', () => {
    const weekendsOnly = (day: string) => ['sat', 'sun'].includes(weekdayOf(day))
    for (const isWorkday of [weekendsOnly, () => false])
      expect(range(historyAt(steady(3, 4, 20), 20, isWorkday), { isWorkday }).early).toBeDefined()
  })

  it('takes an issue that nobody has graded for what it may be', () => {
    const lives = [...steady(2, 4, 15), ...steady(3, 1, 15)]
    const from = goLiveAt + 20.2 * dayLength
    const ungraded = Array.from(
      { length: 9 },
      (): IssueLife => ({ raised: from, severity: null, spells: [{ from, to: undefined, waited: 0 }] }),
    )
    expect(range(historyAt(lives, 20)).early).toBe(dayNumber(20))
    expect(range(historyAt([...lives, ...ungraded], 20)).early).toBeOneOf([
      dayNumber(23),
      dayNumber(24),
      dayNumber(25),
    ])
  })
})

describe('the criteria of a forecast', () => {
  it('are those of the exit, and only those that are asked for', () => {
    expect(criteriaText(usualThresholds)).toBe(
      'No new severity 1 or 2 for 3 days, no open severity 1, at most 2 open severity 2, at most 5 new issues a day over 7 days.',
    )
    const laptop = makeLaptop('lead')
    laptop.write([
      { entity: 'exitCriterion', key: 'exit:no-new-severe', fields: { days: 5 } },
      { entity: 'exitCriterion', key: 'exit:open-severe', fields: { applies: false } },
      { entity: 'exitCriterion', key: 'exit:arrivals', fields: { applies: false } },
    ])
    expect(criteriaText(thresholdsAt(laptop.replica, laptop.now))).toBe('No new severity 1 or 2 for 5 days.')
    const open = {
      raised: goLiveAt,
      severity: 1,
      spells: [{ from: goLiveAt, to: undefined, waited: 0 }],
    } as const
    const history = historyAt([...steady(3, 40, 20), open], 20)
    expect(range(history).early).not.toBe(dayNumber(20))
    expect(range(history, { thresholds: thresholdsAt(laptop.replica, laptop.now) }).early).toBe(dayNumber(20))
  })
})

describe('whatever the engagement', () => {
  const someEngagement = fc.record({
    seed: fc.integer({ min: 1, max: 5_000 }),
    day: fc.integer({ min: 9, max: 25 }),
  })
  const few = { numRuns: 12 }

  it('nobody exits before the days without a severity 1 or 2 have passed', () => {
    fc.assert(
      fc.property(someEngagement, fc.integer({ min: 1, max: 6 }), ({ seed, day }, quietDays) => {
        const { lives, thresholds } = syntheticEngagement(seed)
        const history = historyAt(lives, day)
        const severe = [...history.days, history.todaySoFar].findLastIndex(
          ({ raised }) => (raised[0] ?? 0) + (raised[1] ?? 0) > 0,
        )
        const { exits } = range(history, { thresholds: { ...thresholds, quietDays } })
        const first = exits.findIndex((count) => count > 0)
        if (first >= 0) expect(first).toBeGreaterThanOrEqual(severe + quietDays - day)
      }),
      few,
    )
  })

  it('fewer new issues make no run later', () => {
    fc.assert(
      fc.property(someEngagement, ({ seed, day }) => {
        const { lives, thresholds } = syntheticEngagement(seed)
        const history = historyAt(lives, day)
        const before = byDay(range(history, { thresholds }))
        const after = byDay(range(history, { thresholds, whatIf: { ...asItIs, arrivals: 0.7 } }))
        expect(after.filter((count, place) => count < (before[place] ?? 0))).toEqual([])
      }),
      few,
    )
  })

  it('more people make it no later, but for the few issues that come back on another day', () => {
    fc.assert(
      fc.property(someEngagement, ({ seed, day }) => {
        const { lives, thresholds } = syntheticEngagement(seed)
        const history = historyAt(lives, day)
        const before = byDay(range(history, { thresholds }))
        const after = byDay(range(history, { thresholds, whatIf: { ...asItIs, morePeople: 2 } }))
        expect(after.filter((count, place) => count < 0.95 * (before[place] ?? 0) - 2)).toEqual([])
      }),
      few,
    )
  })

  it('milder criteria make it no later', () => {
    fc.assert(
      fc.property(someEngagement, ({ seed, day }) => {
        const { lives, thresholds } = syntheticEngagement(seed)
        const history = historyAt(lives, day)
        const milder = {
          ...thresholds,
          openSeverity2: thresholds.openSeverity2 + 1,
          arrivalsPerDay: thresholds.arrivalsPerDay * 1.2,
        }
        const before = byDay(range(history, { thresholds }))
        const after = byDay(range(history, { thresholds: milder }))
        expect(after.filter((count, place) => count < (before[place] ?? 0))).toEqual([])
      }),
      few,
    )
  })

  it('every run is counted once', () => {
    fc.assert(
      fc.property(someEngagement, ({ seed, day }) => {
        const { lives, thresholds } = syntheticEngagement(seed)
        const { exits, never, runs } = range(historyAt(lives, day), { thresholds })
        expect(exits.reduce((sum, count) => sum + count, 0) + never).toBe(runs)
      }),
      few,
    )
  })
})
