import { begunAt, standsSince } from '../merge/apply'
import type { Moment, Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { Issue } from '../model/entities'
import {
  endedStatuses,
  type IssueStatus,
  type OwningTeam,
  type Rescue,
  type Severity,
  type TrackedIssueField,
} from '../model/issue'
import type { Instant, Value } from '../model/value'

/**
 * What an issue was at any instant. Status, severity, owner, team, patch and rescue keep their history; every other field is
 * only known as it is now. All of it is told by the row alone, so it holds for imported history as well.
 */
export type IssueRow = Row<Issue>

/** A stretch in which an issue kept its status and severity, up to the next phase. */
export interface Phase {
  readonly from: Instant
  readonly status: IssueStatus
  readonly severity: Severity | null
}

export const isEnded = (status: IssueStatus) => endedStatuses.has(status)
export const isOpen = (phase: Phase | undefined) => phase !== undefined && !endedStatuses.has(phase.status)

export function raisedAt(row: IssueRow): Instant {
  return row.values.raisedAt ?? begunAt(row)
}

/** A removed issue never was: it counts at no instant, before its removal neither. */
export function existsAt(row: IssueRow, instant: Instant): boolean {
  return row.values.removed !== true && raisedAt(row) <= instant
}

/**
 * The life of an issue, oldest phase first; none for a removed one. An issue is new from when it was raised to
 * the first recorded status, and has its first recorded severity from the start. Walk this once per issue
 * where many instants are asked for.
 */
export function phasesOf(row: IssueRow): readonly Phase[] {
  if (row.values.removed === true) return []
  const statuses = statusMoments(row)
  const severities = momentsOf(row, 'severity')
  let from = raisedAt(row)
  let status: IssueStatus = 'new'
  let severity = (severities[0]?.value ?? null) as Severity | null
  let nextStatus = 0
  let nextSeverity = 0
  const phases: Phase[] = []
  for (;;) {
    for (let next = statuses[nextStatus]; next && next.at <= from; next = statuses[++nextStatus])
      status = (next.value ?? 'new') as IssueStatus
    for (let next = severities[nextSeverity]; next && next.at <= from; next = severities[++nextSeverity])
      severity = next.value as Severity | null
    const last = phases[phases.length - 1]
    if (last?.status !== status || last.severity !== severity) phases.push({ from, status, severity })
    const upcoming = Math.min(statuses[nextStatus]?.at ?? Infinity, severities[nextSeverity]?.at ?? Infinity)
    if (upcoming === Infinity) return phases
    from = upcoming
  }
}

export function phaseAt(phases: readonly Phase[], instant: Instant): Phase | undefined {
  for (let place = phases.length - 1; place >= 0; place--) {
    const phase = phases[place]
    if (phase && phase.from <= instant) return phase
  }
  return undefined
}

/** Undefined where the issue did not exist. */
export function statusAt(row: IssueRow, instant: Instant): IssueStatus | undefined {
  return phaseAt(phasesOf(row), instant)?.status
}

/** Null where nobody had said; undefined where the issue did not exist. */
export function severityAt(row: IssueRow, instant: Instant): Severity | null | undefined {
  return phaseAt(phasesOf(row), instant)?.severity
}

export function isOpenAt(row: IssueRow, instant: Instant): boolean {
  return isOpen(phaseAt(phasesOf(row), instant))
}

/** When the issue ended, if it is ended at `instant`: going from resolved to closed is no second end. */
export function endedAt(phases: readonly Phase[], instant: Instant): Instant | undefined {
  let ended: Instant | undefined
  for (const { from, status } of phases) {
    if (from > instant) break
    if (!isEnded(status)) ended = undefined
    else ended ??= from
  }
  return ended
}

/** Key of the person who owned the issue; null where nobody did. */
export function ownerAt(row: IssueRow, instant: Instant): string | null {
  return trackedAt(row, 'owner', instant) as string | null
}

/** The team that had the issue; null where neither did. */
export function teamAt(row: IssueRow, instant: Instant): OwningTeam | null {
  return trackedAt(row, 'team', instant) as OwningTeam | null
}

/** Key of the patch that the issue rode on; null where it rode on none. */
export function patchAt(row: IssueRow, instant: Instant): string | null {
  return trackedAt(row, 'patch', instant) as string | null
}

/** Who was said to have brought the resolution about; null where nobody had said. */
export function rescueAt(row: IssueRow, instant: Instant): Rescue | null {
  return trackedAt(row, 'rescue', instant) as Rescue | null
}

/**
 * The next update promised to users; null where none was. An older promise is not known any more, so one made after
 * the instant leaves none.
 */
export function promisedAt(row: IssueRow, instant: Instant): Instant | null {
  const due = row.values.nextUpdateDue ?? null
  return due === null || standsSince(row, 'nextUpdateDue') > instant ? null : due
}

function trackedAt(row: IssueRow, field: TrackedIssueField, instant: Instant): Value {
  return momentsOf(row, field).findLast(({ at }) => at <= instant)?.value ?? null
}

/**
 * The recorded statuses. A source often tells only the present status and when it was resolved, so the last end
 * is dated by `resolvedAt` (or `closedAt`) where that fits: after the status before, and not after the writing.
 */
function statusMoments(row: IssueRow): readonly Moment[] {
  const moments = momentsOf(row, 'status')
  let last = moments.length
  while (last > 0 && isEnded(moments[last - 1]?.value as IssueStatus)) last--
  const end = moments[last]
  if (!end) return moments
  const said = row.values.resolvedAt ?? row.values.closedAt
  if (said === undefined || said === null || said === end.at || said > end.writtenAt) return moments
  const earliest = moments[last - 1]?.at ?? raisedAt(row)
  const latest = moments[last + 1]?.at ?? Infinity
  return said >= earliest && said <= latest ? moments.with(last, { ...end, at: said }) : moments
}
