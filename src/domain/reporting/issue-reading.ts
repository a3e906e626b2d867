import type { Instant } from '../model/value'
import type { IssueRow, Phase } from '../triage/as-of'

/** An issue as a report made at one instant sees it; `before` is what it was when the report's period began. */
export interface IssueReading {
  readonly row: IssueRow
  readonly phases: readonly Phase[]
  readonly raised: Instant
  readonly now: Phase
  readonly before: Phase | undefined
  /** When it ended, if it is ended now. */
  readonly ended: Instant | undefined
  /** Came back from an ended status, or failed its retest, within the period. */
  readonly reopened: boolean
}
