import type { ClockKind } from '../clocks/policy'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import type { OrphanReason } from '../ownership/orphans'
import type { IssueChange } from './changes-since'
import type { ClockLine } from './clock-lines'
import type { IssueFigure } from './issue-figure'

/** Everything that the first screen shows, as of one instant. */
export interface TodayBoard {
  readonly asOf: Instant
  readonly zone: string
  readonly since: Instant
  readonly open: IssueFigure
  readonly bySeverity: readonly (IssueFigure & { readonly severity: Severity | null })[]
  readonly inbox: Inbox
  /** Issues that came back because their fix failed its retest, and that nobody has taken up again. */
  readonly failedRetests: IssueFigure
  readonly changes: readonly (IssueFigure & { readonly change: IssueChange | 'commented' | 'mentioned' })[]
  readonly clocks: Clocks | undefined
  readonly orphans: Orphans | undefined
  readonly next: readonly NextStep[]
}

/** What waits for somebody to look at it. */
export interface Inbox {
  readonly all: IssueFigure
  readonly new: IssueFigure
  readonly returned: IssueFigure
  readonly holdOver: IssueFigure
}

export interface Clocks {
  /** Issues with a clock that falls due within the hour. */
  readonly soon: IssueFigure
  /** Running clocks, the next to fall due first. */
  readonly burning: readonly ClockLine[]
  /** Issues with a clock past its target. */
  readonly breached: IssueFigure
  readonly breachedByKind: readonly (IssueFigure & { readonly kind: ClockKind })[]
  /** Clocks past their target, the latest first. */
  readonly late: readonly ClockLine[]
}

export interface Orphans {
  readonly all: IssueFigure
  /** Those of the reasons that hold for any, gravest first. */
  readonly byReason: readonly (IssueFigure & { readonly reason: OrphanReason })[]
}

/** What a person can do now, in a sentence, and where it is done. */
export interface NextStep {
  readonly text: string
  readonly opens:
    | { readonly kind: 'issue'; readonly key: string }
    | { readonly kind: 'issues'; readonly figure: IssueFigure }
    | { readonly kind: 'ownership' | 'triage' | 'rota' }
}
