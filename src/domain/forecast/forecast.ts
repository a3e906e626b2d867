import { addDays, type Day, daysBetween } from '../time/day'
import type { ForecastHistory } from './history'
import { horizon, simulate } from './simulate'
import type { IssueThresholds } from './thresholds'
import { enough, type TooLittle } from './too-little'
import { asItIs, type WhatIf } from './what-if'

export const usualRuns = 2_000

export interface ForecastQuestion {
  readonly seed: number
  readonly runs?: number
  readonly thresholds: IssueThresholds
  readonly whatIf?: WhatIf
  readonly people: number
  readonly isWorkday: (day: Day) => boolean
  /** Null where none is set. */
  readonly plannedEndOn: Day | null
}

export type Forecast = TooLittle | ExitForecast

export interface ExitForecast {
  readonly kind: 'range'
  readonly today: Day
  readonly runs: number
  /** The day by which a tenth, half and nine tenths of the runs exit; undefined beyond the horizon. */
  readonly early: Day | undefined
  readonly middle: Day | undefined
  readonly late: Day | undefined
  /** Runs that exit on each day from today on. */
  readonly exits: readonly number[]
  /** Runs that do not within the horizon. */
  readonly never: number
  readonly plan: PlannedEnd | undefined
}

/** How the forecast stands to the planned end. */
export interface PlannedEnd {
  readonly day: Day
  /** Share of the runs that exit by then, from 0 to 1. */
  readonly chance: number
  /** Days beyond it, 0 where it is kept; undefined beyond the horizon. */
  readonly over: {
    readonly early: number
    readonly middle: number | undefined
    readonly late: number | undefined
  }
}

/** Forecasts in steps, so that it can be given up between them. */
export function* forecast(history: ForecastHistory, question: ForecastQuestion): Generator<void, Forecast> {
  const tooLittle = enough(history)
  if (tooLittle) return tooLittle
  const { today } = history
  const { seed, thresholds, people, isWorkday, whatIf = asItIs, runs = usualRuns } = question
  const days = yield* simulate(history, {
    seed,
    runs,
    thresholds,
    whatIf,
    people,
    isWorkdayAhead: (ahead) => isWorkday(addDays(today, ahead)),
  })
  days.sort()
  const exits = Array.from({ length: horizon }, () => 0)
  for (const day of days) if (day < horizon) exits[day] = (exits[day] ?? 0) + 1
  const within = (share: number) => {
    const day = days[Math.max(0, Math.ceil(share * days.length) - 1)] ?? horizon
    return day < horizon ? addDays(today, day) : undefined
  }
  const range = { early: within(0.1), middle: within(0.5), late: within(0.9) }
  return {
    kind: 'range',
    today,
    runs,
    ...range,
    exits,
    never: runs - exits.reduce((sum, count) => sum + count, 0),
    plan: question.plannedEndOn === null ? undefined : planOf(question.plannedEndOn, today, days, range),
  }
}

function planOf(
  day: Day,
  today: Day,
  days: Int32Array,
  range: Pick<ExitForecast, 'early' | 'middle' | 'late'>,
): PlannedEnd {
  const ahead = daysBetween(today, day)
  const inTime = days.reduce((count, exit) => count + Number(exit <= ahead && exit < horizon), 0)
  const over = (exit: Day | undefined) =>
    exit === undefined ? undefined : Math.max(0, daysBetween(day, exit))
  return {
    day,
    chance: inTime / days.length,
    over: {
      early: over(range.early) ?? Math.max(0, horizon - ahead),
      middle: over(range.middle),
      late: over(range.late),
    },
  }
}
