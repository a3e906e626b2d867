import { type HandoverLine, handoverLines } from '../handover/lines'
import { handoverIssuesAmong } from '../handover/open-issues'
import { retiredSince } from '../laptops/retired'
import { begunAt } from '../merge/apply'
import { type ToldCopy, type Unheard, unheardAt } from '../merge/freshness'
import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import { engagementKey } from '../model/engagement'
import type { Decision, Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { usableZone } from '../time/zone'
import { endedAt, type IssueRow, isEnded, isOpen, type Phase, phaseAt, phasesOf } from '../triage/as-of'
import type { IssueReading } from './issue-reading'
import { type LastReport, lastReport } from './last-report'
import { type PatchReading, readPatches } from './patch-reading'
import { lastDay, type Period } from './period'
import { type Redaction, redactedDecision } from './redaction'
import type { ReportKind } from './report-kind'
import { type RhythmReading, readRhythm } from './rhythm-reading'

export type { IssueReading } from './issue-reading'

/** Everything a report reads, read once. `since` is where its period, which ends at `asOf`, begins. */
export interface Reading {
  readonly asOf: Instant
  readonly since: Instant
  readonly period: Period
  readonly kind: ReportKind
  /** The report that this one is held against, where one was saved. */
  readonly last: LastReport | undefined
  readonly zone: string
  readonly engagement: Engagement
  /** Every issue that exists at `asOf`. */
  readonly issues: readonly IssueReading[]
  /** Those that are open. */
  readonly open: readonly IssueReading[]
  /** Those that are resolved or closed; what was declined or is a duplicate ended without a resolution. */
  readonly resolved: readonly IssueReading[]
  /** Those that were raised, or changed their status or severity, within the period. */
  readonly moved: readonly IssueReading[]
  readonly decisionsNeeded: readonly Row<Decision>[]
  readonly patches: readonly PatchReading[]
  readonly rhythm: RhythmReading
  readonly handover: readonly HandoverLine[]
  readonly nameOfPerson: (key: string) => string
  /** With it, what is read out of rows that the reading does not hold itself withholds the same. */
  readonly redaction: Redaction | undefined
  /** Laptops whose latest changes are not in it. */
  readonly unheard: Unheard
}

export interface ReadingScope {
  /** Which report is read for; without it, the one of its period. */
  readonly kind?: ReportKind | undefined
  readonly period?: Period
  /** With it, whatever is read out of the reading and printed is what its readers may read. */
  readonly redaction?: Redaction | undefined
  /** What other laptops have told of their copies. */
  readonly copies?: readonly ToldCopy[]
}

export function readAsOf(
  replica: Replica,
  asOf: Instant,
  { period = lastDay, kind = period.report, redaction, copies = [] }: ReadingScope = {},
): Reading {
  const since = asOf - period.length
  const engagement = replica.rows('engagement').get(engagementKey)?.values ?? {}
  const people = replica.rows('person')
  /** As they are, for what is told apart by their texts. */
  const known: IssueReading[] = []
  const issues: IssueReading[] = []
  for (const row of replica.rows('issue').values()) {
    const issue = readIssue(row, asOf, since)
    if (!issue) continue
    known.push(issue)
    issues.push(redaction ? { ...issue, row: redaction.issue(row) } : issue)
  }
  const open = issues.filter(isOpenNow)
  return {
    asOf,
    since,
    period,
    kind,
    last: lastReport(replica.rows('savedReport').values(), kind, asOf, period),
    zone: usableZone(engagement.zone),
    engagement,
    issues,
    open,
    resolved: issues.filter(isResolved),
    moved: issues.filter(({ now }) => now.from > since),
    decisionsNeeded: [...replica.rows('decision').values()]
      .filter((row) => isNeededAt(row, asOf))
      .map((row) => (redaction ? redactedDecision(row, redaction) : row)),
    rhythm: readRhythm(replica, { asOf, since, zone: usableZone(engagement.zone) }, redaction?.text),
    patches: readPatches(replica, asOf, issues, redaction?.text),
    handover: readHandover(replica, { asOf, issues: known, open: known.filter(isOpenNow) }),
    nameOfPerson: (key) => {
      const name = people.get(key)?.values.name || key
      return redaction ? redaction.person(name) : name
    },
    redaction,
    unheard: unheardAt(asOf, copies, replica.seen, (laptop) => {
      const retiredAt = retiredSince(laptop, replica.rows('laptop'), replica.seen)
      return retiredAt === undefined || retiredAt > asOf
    }),
  }
}

function readHandover(
  replica: Replica,
  { asOf, issues, open }: Pick<Reading, 'asOf' | 'issues' | 'open'>,
): HandoverLine[] {
  const items = replica.rows('handoverItem').values()
  const sessions = replica.rows('knowledgeSession').values()
  return handoverLines({ items, sessions, issues: handoverIssuesAmong(asOf, issues, open) })
}

export const isOpenNow = (issue: IssueReading) => isOpen(issue.now)
export const isResolved = ({ now }: IssueReading) => now.status === 'resolved' || now.status === 'closed'
export const wasOpenBefore = (issue: IssueReading) => isOpen(issue.before)

function readIssue(row: IssueRow, asOf: Instant, since: Instant): IssueReading | undefined {
  const phases = phasesOf(row)
  const now = phaseAt(phases, asOf)
  if (!now) return undefined
  const moved = now.from > since
  return {
    row,
    phases,
    raised: phases[0]?.from ?? now.from,
    now,
    before: moved ? phaseAt(phases, since) : now,
    ended: isOpen(now) ? undefined : endedAt(phases, asOf),
    reopened:
      moved &&
      phases.some(
        (phase, place) => phase.from > since && phase.from <= asOf && cameBack(phases[place - 1], phase),
      ),
  }
}

function cameBack(previous: Phase | undefined, phase: Phase): boolean {
  if (!previous || isEnded(phase.status)) return false
  return isEnded(previous.status) || (phase.status === 'returned' && previous.status !== 'returned')
}

function isNeededAt(row: Row<Decision>, asOf: Instant): boolean {
  const { values } = row
  if (values.removed === true || begunAt(row) > asOf) return false
  return values.status !== 'made' || (values.madeAt ?? -Infinity) > asOf
}
