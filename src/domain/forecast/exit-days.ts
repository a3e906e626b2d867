import { addDays, type Day, daysBetween } from '../time/day'
import type { ExitForecast } from './forecast'

/** A day, or a week where the range is long, and the share of the runs that exit in it, in percent. */
export interface ExitSpan {
  readonly from: Day
  readonly to: Day
  readonly within: number
  readonly over: number
  /** Share of the runs that have exited by its end. */
  readonly until: number
}

/** More bars than this cannot be told apart. */
const mostDays = 42
const week = 7
/** Runs further out are so few that they are told in a sentence. */
const shown = 0.97

/** The runs by the day of their exit, cut off where hardly any are left. */
export function exitSpans({ today, exits, runs, plan }: ExitForecast): ExitSpan[] {
  const planned = plan ? daysBetween(today, plan.day) : Number.POSITIVE_INFINITY
  const last = lastShown(exits, runs)
  const length = last < mostDays ? 1 : week
  const spans: ExitSpan[] = []
  let done = 0
  for (let first = 0; first <= last; first += length) {
    const within = sum(exits.slice(first, Math.min(first + length, Math.max(first, planned + 1))))
    const all = sum(exits.slice(first, first + length))
    done += all
    const to = first + length - 1
    const percent = (count: number) => Math.round((1_000 * count) / runs) / 10
    spans.push({
      from: addDays(today, first),
      to: addDays(today, to),
      within: percent(within),
      over: percent(all - within),
      until: percent(done),
    })
  }
  return spans
}

function lastShown(exits: readonly number[], runs: number): number {
  const all = sum(exits)
  let left = all - Math.min(all, shown * runs)
  let last = exits.length - 1
  while (last > 0 && (exits[last] ?? 0) <= left) left -= exits[last--] ?? 0
  return last
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
