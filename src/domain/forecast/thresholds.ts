import { builtInKey, termsAt } from '../exit/criteria'
import type { Replica } from '../merge/replica'
import type { BuiltInCriterion } from '../model/exit-criterion'
import type { Instant } from '../model/value'

/** The exit criteria that issues alone decide; infinite where the engagement does not ask for one. */
export interface IssueThresholds {
  /** So many days in a row, the last one included, without a new severity 1 or 2; 0 where that is not asked for. */
  readonly quietDays: number
  readonly openSeverity1: number
  readonly openSeverity2: number
  /** At most so many new issues a day, on average over `arrivalDays`. */
  readonly arrivalsPerDay: number
  readonly arrivalDays: number
}

/** As the exit criteria of an engagement had it at an instant. */
export function thresholdsAt(replica: Replica, at: Instant): IssueThresholds {
  const rows = replica.rows('exitCriterion')
  const terms = (criterion: BuiltInCriterion) => termsAt(rows.get(builtInKey(criterion)), criterion, at)
  const quiet = terms('no-new-severe')
  const open = terms('open-severe')
  const arrivals = terms('arrivals')
  return {
    quietDays: quiet.applies ? quiet.days : 0,
    openSeverity1: open.applies ? 0 : Number.POSITIVE_INFINITY,
    openSeverity2: open.applies ? open.threshold : Number.POSITIVE_INFINITY,
    arrivalsPerDay: arrivals.applies ? arrivals.threshold : Number.POSITIVE_INFINITY,
    arrivalDays: Math.max(1, arrivals.days),
  }
}
