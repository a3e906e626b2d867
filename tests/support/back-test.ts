import { Random } from '@domain/demo/random'
import { forecast } from '@domain/forecast/forecast'
import { historyOf } from '@domain/forecast/history'
import { horizon } from '@domain/forecast/simulate'
import { daysBetween } from '@domain/time/day'
import { finished } from './finished'
import { dayAt, dayLength, goLiveAt, knownAt, syntheticEngagement, trueExit } from './synthetic-engagement'

export interface BackTest {
  /** Days since go-live that the forecast could look back on. */
  readonly known: number
  /** Days from the forecast to the true exit. */
  readonly truth: number
  /** Days to the ends and the middle of the range. */
  readonly early: number
  readonly middle: number
  readonly late: number
  /** Share of the runs that exit before the truth, and on its day. */
  readonly before: number
  readonly on: number
}

/** Days since go-live on which a forecast is first and last made. */
const asked = { first: 7, last: 28 }

/** Forecasts a made engagement on some day before its exit, and tells what came; undefined where there was no such day. */
export function backTest(seed: number, runs: number): BackTest | undefined {
  const engagement = syntheticEngagement(seed)
  const random = new Random(seed ^ 0x5bd1e995)
  const truth = trueExit(engagement, asked.first) ?? Number.POSITIVE_INFINITY
  if (truth <= asked.first) return undefined
  const known = random.between(asked.first, Math.min(asked.last, truth - 1))
  const asOf = goLiveAt + (known + 0.2 + 0.6 * random.next()) * dayLength
  const { isWorkday, thresholds } = engagement
  const history = historyOf(knownAt(engagement.lives, asOf), { goLiveAt, asOf, zone: 'UTC', isWorkday })
  const told = finished(
    forecast(history, { seed, runs, thresholds, people: 5, isWorkday, plannedEndOn: null }),
  )
  if (told.kind !== 'range') return undefined
  const ahead = (day: string | undefined) => (day === undefined ? horizon : daysBetween(dayAt(asOf), day))
  const shareOf = (count: number) => count / told.runs
  const gone = Math.min(truth - known, horizon)
  return {
    known,
    truth: gone,
    early: ahead(told.early),
    middle: ahead(told.middle),
    late: ahead(told.late),
    before: shareOf(told.exits.slice(0, gone).reduce((sum, count) => sum + count, 0)),
    on: shareOf(told.exits[gone] ?? told.never),
  }
}

export const isCovered = ({ truth, early, late }: BackTest) => early <= truth && truth <= late
