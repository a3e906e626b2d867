import type { ClockBoard } from '../clocks/clock-board'
import type { Deadline } from '../clocks/deadlines'
import { assumedSeverity, clockKinds } from '../clocks/policy'
import { momentsOf } from '../merge/trail'
import { type Severity, severities } from '../model/issue'
import type { Instant } from '../model/value'
import { type IssueRow, isEnded, raisedAt } from '../triage/as-of'
import { IssuePositions } from '../triage/issue-positions'
import {
  type ClockMoment,
  clockMoment,
  holdOverMoment,
  type Moment,
  type Moments,
  raisedMoment,
} from './moment'
import { leadTime, type NotificationSettings } from './settings'

const readBetweenYields = 500

/**
 * What of an engagement's issues somebody may have to be told, kept up with the rows. Clocks come from the board; holds
 * and severity 1 are remembered here, so that planning does not walk through all issues.
 */
export class IssueMoments implements Moments {
  private readonly positions = new IssuePositions()
  private readonly holds = new Map<string, Instant>()
  private readonly critical = new Map<string, Instant>()

  constructor(
    private readonly board: ClockBoard,
    private readonly issues: ReadonlyMap<string, IssueRow>,
    private readonly settings: () => NotificationSettings,
  ) {}

  /** Reads every issue once, in steps. */
  *open(): Generator<void, void> {
    yield* this.positions.takeIn(this.issues)
    let done = 0
    for (const row of this.positions.rows) {
      this.read(row)
      if (++done % readBetweenYields === 0) yield
    }
  }

  /** Takes in the rows as they are now. */
  refresh(): void {
    const { changed, addedFrom } = this.positions.refresh(this.issues)
    const { rows, size } = this.positions
    for (const position of changed) this.read(rows[position] as IssueRow)
    for (let position = addedFrom; position < size; position++) this.read(rows[position] as IssueRow)
  }

  between(after: Instant, upTo: Instant): readonly Moment[] {
    const { deadlines } = this.board
    const breached = deadlines
      .between(after, upTo)
      .map((deadline) => this.momentOf('breached', deadline, deadline.dueAt))
    const warnings = deadlines.between(after, upTo + this.longestLead()).flatMap((deadline) => {
      const at = this.warnedAt(deadline)
      return at !== undefined && after < at && at <= upTo ? [this.momentOf('warning', deadline, at)] : []
    })
    const holdsOver = [...this.holds]
      .filter(([, until]) => after < until && until <= upTo)
      .map(([issue, until]) => holdOverMoment(issue, this.severityOf(issue), until))
    return [...breached, ...warnings, ...holdsOver].filter(
      ({ issue, at }) => !this.isHistory(issue, at, upTo),
    )
  }

  nextAfter(instant: Instant): Instant | undefined {
    let next = Number.POSITIVE_INFINITY
    for (const until of this.holds.values()) if (until > instant) next = Math.min(next, until)
    const { deadlines } = this.board
    next = Math.min(next, deadlines.after(instant, 1)[0]?.dueAt ?? Number.POSITIVE_INFINITY)
    // What is warned of before the next breach falls due at most the longest lead later than that.
    if (next === Number.POSITIVE_INFINITY) return undefined
    for (const deadline of deadlines.between(instant, next + this.longestLead())) {
      const at = this.warnedAt(deadline)
      if (at !== undefined && at > instant) next = Math.min(next, at)
    }
    return next
  }

  raised(): readonly Moment[] {
    return [...this.critical].map(([issue, at]) => raisedMoment(issue, at))
  }

  stands(moment: Moment): boolean {
    switch (moment.kind) {
      case 'day':
        return false
      case 'raised':
        return this.critical.has(moment.issue)
      case 'hold-over':
        return this.holds.get(moment.issue) === moment.at
      case 'warning':
      case 'breached':
        return this.board.deadlines
          .ofIssue(moment.issue)
          .some(({ kind, dueAt }) => kind === moment.clock && dueAt === moment.dueAt)
    }
  }

  private read(row: IssueRow): void {
    const { key, values } = row
    this.holds.delete(key)
    this.critical.delete(key)
    if (values.removed === true || isEnded(values.status ?? 'new')) return
    if (values.status === 'on-hold' && values.holdUntil != null) this.holds.set(key, values.holdUntil)
    if (values.severity === 1) this.critical.set(key, firstCriticalAt(row))
  }

  /**
   * A moment that had passed when the issue was last written, or its promise, came with what was written: it is the past
   * of an import or the doing of whoever wrote it. A stamp of a laptop whose clock is ahead tells nothing.
   */
  private isHistory(issue: string, at: Instant, now: Instant): boolean {
    const row = this.issues.get(issue)
    const written = row ? row.heads.wall(row.touched) : Number.NEGATIVE_INFINITY
    return [written, this.board.policies.latest.since].some((since) => at < since && since <= now)
  }

  private momentOf(
    kind: 'warning' | 'breached',
    { issue, kind: clock, dueAt }: Deadline,
    at: Instant,
  ): ClockMoment {
    return clockMoment(kind, { issue, clock, dueAt, severity: this.severityOf(issue) }, at)
  }

  private warnedAt({ issue, kind, dueAt }: Deadline): Instant | undefined {
    const severity = this.severityOf(issue)
    const lead = leadTime(this.settings(), severity, this.board.policies.latest.target(kind, severity))
    return lead === undefined ? undefined : dueAt - lead
  }

  private longestLead(): number {
    const { latest } = this.board.policies
    return Math.max(
      ...severities.flatMap((severity) =>
        clockKinds.map((kind) => leadTime(this.settings(), severity, latest.target(kind, severity)) ?? 0),
      ),
    )
  }

  private severityOf(issue: string): Severity {
    const values = this.issues.get(issue)?.values
    return values?.severity ?? values?.reportedSeverity ?? assumedSeverity
  }
}

/** When an issue first was severity 1: one that was born so is so since it was raised. */
function firstCriticalAt(row: IssueRow): Instant {
  const moments = momentsOf(row, 'severity')
  const place = moments.findIndex(({ value }) => value === 1)
  const at = moments[place]?.at ?? raisedAt(row)
  return place === 0 && at === row.heads.at(row.first) ? raisedAt(row) : at
}
