import type { Instant } from '../model/value'
import { FlowCounter, type FlowDay } from '../reporting/daily-flow'
import { addDays } from '../time/day'
import { dayOf } from '../time/zone'
import { type IssueRow, phasesOf } from '../triage/as-of'

/** How far back the first screen looks. */
export const trendDays = 14

const readBetweenYields = 500

/** What was open at the end of each of the last days, today's as of now, in steps. */
export function* openTrend(
  issues: Iterable<IssueRow>,
  now: Instant,
  zone: string,
): Generator<void, FlowDay[]> {
  const counter = new FlowCounter(addDays(dayOf(now, zone), 1 - trendDays), now, zone)
  let read = 0
  for (const row of issues) {
    if (++read % readBetweenYields === 0) yield
    counter.add(phasesOf(row))
  }
  return counter.days()
}
