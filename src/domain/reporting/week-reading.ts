import type { ClockContext } from '../clocks/clock'
import { clocksOf } from '../clocks/clock'
import { type ClockPolicy, type PolicyHistory, policyHistory } from '../clocks/policy'
import { type ExitReading, readExitNow } from '../exit/exit-reading'
import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import type { Instant } from '../model/value'
import { awayBy } from '../ownership/leave'
import { type OrphanReason, orphanReason, teamsAreUsed } from '../ownership/orphans'
import { dutyAt } from '../rotation/duty'
import { readRota, rotaTables } from '../rotation/read-rota'
import { isEnded } from '../triage/as-of'
import { type AdoptionState, readAdoptionState } from './adoption-reading'
import { type BulletinReading, readBulletins } from './bulletin-reading'
import { type CoverReading, readCover } from './cover-reading'
import { type ExitCard, exitCardAt } from './exit-card'
import { isNew } from './issue-picks'
import { type LoadReading, readLoad } from './load-reading'
import { OutlookReading } from './outlook-reading'
import { lastWeek } from './period'
import { type IssueReading, type Reading, type ReadingScope, readAsOf } from './reading'
import { leavesAt, peopleAt, rowAt } from './row-at'
import { type JudgedClock, judgedClocks } from './service-levels'
import { type StuckIssue, stuckIssue } from './stuck'
import { TrainingReading } from './training-reading'

export interface Orphan {
  readonly issue: IssueReading
  readonly reason: OrphanReason
}

/** What a report over seven days reads besides. */
export interface WeekReading extends Reading {
  /** In force at `asOf`. */
  readonly policy: ClockPolicy
  readonly judged: readonly JudgedClock[]
  readonly stuck: readonly StuckIssue[]
  readonly orphans: readonly Orphan[]
  readonly cover: CoverReading
  /** Raised within the week. */
  readonly demand: readonly IssueReading[]
  /** Issues that came to an end within the week, or came back from one; each of them once. */
  readonly endedOrBack: readonly IssueReading[]
  /** Those that came back from an end within the week. */
  readonly back: readonly IssueReading[]
  readonly load: LoadReading
  readonly exit: ExitCard
  readonly outlook: OutlookReading
  readonly bulletins: BulletinReading
  readonly training: TrainingReading
  readonly adoption: AdoptionState
}

/** A week up to an instant, and the week before that, to compare with. */
export interface Weeks {
  readonly week: WeekReading
  readonly weekBefore: WeekReading
}

export function readWeeks(replica: Replica, asOf: Instant, scope: Omit<ReadingScope, 'period'> = {}): Weeks {
  const policies = policyHistory(replica.rows('engagement').get(engagementKey))
  const exit = readExitNow(replica, asOf)
  const week = readWeek(replica, asOf, policies, exit, scope)
  return { week, weekBefore: readWeek(replica, week.since, policies, exit, scope) }
}

function readWeek(
  replica: Replica,
  asOf: Instant,
  policies: PolicyHistory,
  exit: ExitReading,
  scope: ReadingScope,
): WeekReading {
  const reading = readAsOf(replica, asOf, { ...scope, period: lastWeek })
  const { issues, open, since, moved } = reading
  const comments = lastComments(replica, asOf)
  const context: ClockContext = { now: asOf, policies, commentedAt: (issue) => comments.get(issue) }
  const policy = policies.at(asOf)
  const returns = moved.map((issue) => ({ issue, ...returnsOf(issue, reading) }))
  return {
    ...reading,
    policy,
    judged: issues.flatMap((issue) => judgedClocks(issue, since, context)),
    stuck: open.flatMap((issue) => stuckIssue(issue, asOf, policy, comments.get(issue.row.key)) ?? []),
    orphans: orphansOf(replica, reading, context),
    cover: readCover(replica, reading.zone, since, asOf),
    demand: moved.filter(isNew),
    endedOrBack: returns.filter(({ ended, back }) => ended || back).map(({ issue }) => issue),
    back: returns.filter(({ back }) => back).map(({ issue }) => issue),
    load: readLoad(replica, reading),
    exit: exitCardAt(exit, asOf, scope.redaction?.text),
    outlook: new OutlookReading(replica, reading),
    bulletins: readBulletins(replica, reading, scope.redaction?.text),
    training: new TrainingReading(replica, reading, scope.redaction?.text),
    adoption: readAdoptionState(replica, reading, scope.redaction?.text),
  }
}

function orphansOf(replica: Replica, reading: Reading, context: ClockContext): Orphan[] {
  const { issues, open, asOf, zone } = reading
  const people = peopleAt(replica.rows('person'), asOf)
  const ownership = {
    now: asOf,
    zone,
    people,
    teamsAreUsed: teamsAreUsed(
      people.values(),
      issues.map((issue) => rowAt(issue, asOf)),
    ),
    isAway: awayBy(leavesAt(replica.rows('leave').values(), asOf), zone),
    duty: dutyAt(readRota(rotaTables(replica, zone)), asOf),
  }
  return open.flatMap((issue) => {
    const row = rowAt(issue, asOf)
    const update = clocksOf(row, context).find(({ kind }) => kind === 'update')
    const reason = orphanReason(row, update, ownership)
    return reason ? [{ issue, reason }] : []
  })
}

/** Whether an issue ended, and whether it came back from an end, within the period. */
function returnsOf(
  { phases }: IssueReading,
  { since, asOf }: Reading,
): { readonly ended: boolean; readonly back: boolean } {
  let ended = false
  let back = false
  for (const [place, { from, status }] of phases.entries()) {
    const before = phases[place - 1]
    if (from <= since || from > asOf) continue
    const wasEnded = before !== undefined && isEnded(before.status)
    if (isEnded(status) && !wasEnded) ended = true
    if (!isEnded(status) && wasEnded) back = true
  }
  return { ended, back }
}

/** When the last comment on each issue was written, up to an instant. */
function lastComments(replica: Replica, asOf: Instant): ReadonlyMap<string, Instant> {
  const last = new Map<string, Instant>()
  for (const { values } of replica.rows('comment').values()) {
    const { issue, writtenAt, removed } = values
    if (!issue || writtenAt == null || writtenAt > asOf || removed === true) continue
    if (writtenAt > (last.get(issue) ?? -Infinity)) last.set(issue, writtenAt)
  }
  return last
}
