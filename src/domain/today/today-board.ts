import type { Deadlines } from '../clocks/deadlines'
import { type ClockKind, clockKinds } from '../clocks/policy'
import { mentioningIssues } from '../mentions/mentioning-issues'
import type { Row } from '../merge/row'
import type { Comment, Retest } from '../model/entities'
import type { Instant } from '../model/value'
import { orphanWords } from '../ownership/orphan-words'
import { type OwnershipContext, orphanReason, orphanReasons } from '../ownership/orphans'
import { overdueUpdates } from '../ownership/overdue-updates'
import { reportedSeverities } from '../reporting/words'
import type { CoverageGap } from '../rotation/coverage'
import { type IssueRow, isEnded } from '../triage/as-of'
import type { Clocks, Inbox, TodayBoard } from './board'
import { changesSince, type IssueChange, issueChanges } from './changes-since'
import { clockLines } from './clock-lines'
import { type CountedFigure, countedFigure, issueFigure } from './issue-figure'
import { nextSteps } from './next-steps'

export interface TodayInput extends OwnershipContext {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly comments: ReadonlyMap<string, Row<Comment>>
  readonly retests: ReadonlyMap<string, Row<Retest>>
  /** Undefined while the clocks are being read: what hangs on them is then not told yet. */
  readonly deadlines: Deadlines | undefined
  /** Roles that are short of people within a day. */
  readonly gaps?: readonly CoverageGap[]
  /** When the person last looked. */
  readonly since: Instant
  /** Key of the person who looks; undefined where the engagement does not know them. */
  readonly me?: string | undefined
}

const mostLines = 12
const hour = 60 * 60_000
const readBetweenYields = 2_000

const changeTitles: Readonly<Record<IssueChange | 'commented' | 'mentioned', string>> = {
  new: 'New since you looked',
  resolved: 'Resolved since you looked',
  returned: 'Returned since you looked',
  raised: 'Severity raised since you looked',
  reassigned: 'Reassigned since you looked',
  commented: 'Commented since you looked',
  mentioned: 'Mentions you, since you looked',
}

const lateTitles: Readonly<Record<ClockKind, string>> = {
  acknowledge: 'Acknowledging past its target',
  update: 'Telling the users past its target',
  resolve: 'Resolving past its target',
}

/** Reads all issues once, in steps. */
export function* todayBoard(input: TodayInput): Generator<void, TodayBoard> {
  const { issues, deadlines, since, now, zone } = input
  const overdue = deadlines && overdueUpdates(deadlines, now)
  const open = countedFigure('Open issues')
  const bySeverity = reportedSeverities.map((severity) => ({
    severity,
    ...countedFigure(severity === null ? 'Open, severity not told' : `Open, severity ${severity}`),
  }))
  const fresh = countedFigure('New, nobody has looked at them')
  const returned = countedFigure('Returned')
  const holdOver = countedFigure('On hold past the agreed time')
  const byReason = orphanReasons.map((reason) => ({ reason, ...countedFigure(orphanWords[reason]) }))
  const changes = new Map(issueChanges.map((change) => [change, countedFigure(changeTitles[change])]))
  const count = (row: IssueRow) => {
    for (const change of changesSince(row, since)) changes.get(change)?.keys.push(row.key)
    const { removed, status, severity, holdUntil } = row.values
    if (removed === true || isEnded(status ?? 'new')) return
    open.keys.push(row.key)
    bySeverity.find((level) => level.severity === (severity ?? null))?.keys.push(row.key)
    if ((status ?? 'new') === 'new') fresh.keys.push(row.key)
    if (status === 'returned') returned.keys.push(row.key)
    if (status === 'on-hold' && holdUntil != null && holdUntil <= now) holdOver.keys.push(row.key)
    const reason = overdue && orphanReason(row, { breached: overdue.has(row.key) }, input)
    if (reason) byReason.find((group) => group.reason === reason)?.keys.push(row.key)
  }
  let read = 0
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    count(row)
  }
  const inbox: Inbox = {
    all: issueFigure('In the inbox', [...fresh.keys, ...returned.keys, ...holdOver.keys]),
    new: fresh,
    returned,
    holdOver,
  }
  const told = {
    asOf: now,
    zone,
    since,
    open,
    bySeverity,
    inbox,
    failedRetests: yield* failedRetests(input),
    changes: [
      ...[...changes].map(([change, figure]) => ({ change, ...figure })),
      { change: 'commented' as const, ...(yield* commentedSince(input)) },
      { change: 'mentioned' as const, ...(yield* mentionedSince(input)) },
    ],
    clocks: deadlines && overdue && clocksOf(deadlines, overdue, input),
    orphans: overdue && {
      all: issueFigure(
        'Nobody really has them',
        byReason.flatMap(({ keys }) => keys),
      ),
      byReason: byReason.filter(({ keys }) => keys.length > 0),
    },
  }
  return { ...told, next: nextSteps(told, issues, input.gaps) }
}

function* failedRetests({ retests, issues }: TodayInput): Generator<void, CountedFigure> {
  const failed = new Set<string>()
  let read = 0
  for (const { values } of retests.values()) {
    if (++read % readBetweenYields === 0) yield
    if (values.result !== 'failed' || values.removed === true || !values.issue) continue
    const issue = issues.get(values.issue)?.values
    if (issue?.status === 'returned' && issue.removed !== true) failed.add(values.issue)
  }
  return { title: 'Came back from a failed retest', keys: [...failed] }
}

function* commentedSince({ comments, issues, since }: TodayInput): Generator<void, CountedFigure> {
  const commented = new Set<string>()
  let read = 0
  for (const { values, heads, first } of comments.values()) {
    if (++read % readBetweenYields === 0) yield
    if (heads.knownAt(first) <= since || values.removed === true || !values.issue) continue
    const issue = issues.get(values.issue)
    if (issue && issue.values.removed !== true) commented.add(issue.key)
  }
  return { title: changeTitles.commented, keys: [...commented] }
}

function* mentionedSince(input: TodayInput): Generator<void, CountedFigure> {
  const { me, since } = input
  const keys = me === undefined ? [] : yield* mentioningIssues(input, me, since)
  return { title: changeTitles.mentioned, keys: [...keys] }
}

function clocksOf(deadlines: Deadlines, overdue: ReadonlySet<string>, input: TodayInput): Clocks {
  const { now, issues } = input
  const late = deadlines.upTo(now)
  const breached = new Map(clockKinds.map((kind) => [kind, countedFigure(lateTitles[kind])]))
  for (const { issue, kind } of late) breached.get(kind)?.keys.push(issue)
  const soon = new Set<string>()
  const first = deadlines.after(now, mostLines)
  for (let most = mostLines; ; most *= 4) {
    const next = deadlines.after(now, most)
    for (const { issue, dueAt } of next) if (dueAt <= now + hour) soon.add(issue)
    if (next.length < most || (next.at(-1)?.dueAt ?? 0) > now + hour) break
  }
  return {
    soon: issueFigure('A clock falls due within the hour', soon),
    burning: clockLines(first, issues, overdue, input),
    breached: issueFigure('With a clock past its target', new Set(late.map(({ issue }) => issue))),
    breachedByKind: [...breached].map(([kind, figure]) => ({ kind, ...figure })),
    late: clockLines(late.slice(0, mostLines), issues, overdue, input),
  }
}
