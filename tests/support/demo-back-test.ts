import { demoIntents } from '@domain/demo/demo'
import { sixWeeks } from '@domain/demo/timing'
import { readExitNow } from '@domain/exit/exit-reading'
import { scorecard } from '@domain/exit/scorecard'
import { forecastOf } from '@domain/forecast/read-forecast'
import { horizon } from '@domain/forecast/simulate'
import { author } from '@domain/merge/intent'
import { Replica } from '@domain/merge/replica'
import { clockAtStart } from '@domain/merge/stamp'
import { daysBetween } from '@domain/time/day'
import { finished } from './finished'
import { dayLength } from './synthetic-engagement'

const now = Date.UTC(2026, 10, 23, 9)
const goLiveAt = now - sixWeeks * dayLength
const issues = 600
const week = 7

/** Those that the forecast foretells: issues alone decide them. */
const foretold: ReadonlySet<string> = new Set(['no-new-severe', 'open-severe', 'arrivals'])

export interface WeekForecast {
  readonly seed: number
  /** Whole days since go-live. */
  readonly day: number
  /** Days from the forecast to the exit as it came, and to the ends and the middle of the range. */
  readonly truth: number
  readonly early: number
  readonly middle: number
  readonly late: number
}

export function wholeDemo(seed: number): Replica {
  const replica = new Replica()
  const by = { laptop: 'a000000000', by: 'Demo', clock: clockAtStart, seq: 0, now, cause: 'demo' } as const
  const { operations } = author(demoIntents({ seed, issues, now, whole: true, zone: 'UTC' }), replica, by)
  for (const operation of operations) replica.apply(operation)
  return replica
}

/** The first day of the whole demo, not before the first forecast, at whose end the scorecard has all of them met. */
export function demoExit(replica: Replica): number {
  const reading = readExitNow(replica, now)
  for (let day = week; day < sixWeeks; day++) {
    const endOfDay = Math.floor(goLiveAt / dayLength) * dayLength + (day + 1) * dayLength - 1
    const criteria = scorecard(reading, endOfDay).criteria.filter(({ id }) => foretold.has(id))
    if (criteria.every(({ state }) => state === 'met')) return day
  }
  return sixWeeks
}

/** What was forecast at each week of a whole demo before its exit. */
export function demoForecasts(seed: number): WeekForecast[] {
  const replica = wholeDemo(seed)
  const exit = demoExit(replica)
  const told: WeekForecast[] = []
  for (let day = week; day < exit; day += week) {
    const forecast = finished(forecastOf(replica, { asOf: goLiveAt + day * dayLength }))
    if (forecast.kind !== 'range') continue
    const { today } = forecast
    const ahead = (end: string | undefined) => (end === undefined ? horizon : daysBetween(today, end))
    told.push({
      seed,
      day,
      truth: exit - day,
      early: ahead(forecast.early),
      middle: ahead(forecast.middle),
      late: ahead(forecast.late),
    })
  }
  return told
}
