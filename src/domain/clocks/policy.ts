import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import { isPolicyField } from '../model/engagement'
import type { Engagement } from '../model/entities'
import { type IssueStatus, issueStatuses, type Severity, severities } from '../model/issue'
import type { Instant, Value } from '../model/value'
import { type SupportCalendar, supportCalendar } from '../time/support-calendar'
import { always, SupportHours, type WorkingTime } from './working-time'

export const clockKinds = ['acknowledge', 'update', 'resolve'] as const
export type ClockKind = (typeof clockKinds)[number]

/** What was promised from one moment on: targets, the time that counts, and the statuses in which a clock rests. */
export interface ClockPolicy {
  /** When this policy came into force; -Infinity for the first. */
  readonly since: Instant
  readonly calendar: SupportCalendar
  /** Milliseconds of counted time; undefined where nothing is promised. */
  target(kind: ClockKind, severity: Severity): number | undefined
  workingTime(severity: Severity): WorkingTime
  isOnSupportHours(severity: Severity): boolean
  /** Whether the resolve clock rests in this status. */
  pauses(status: IssueStatus): boolean
}

const minute = 60_000
const minutesField = {
  acknowledge: 'acknowledgeMinutes',
  update: 'updateMinutes',
  resolve: 'resolveMinutes',
} as const satisfies Record<ClockKind, string>

/** Statuses in which the resolve clock rests where an engagement says nothing else. */
export const usuallyPausing: ReadonlySet<IssueStatus> = new Set(['on-hold'])

/** Every policy an engagement has had: what is past is judged by the policy of its time. */
export class PolicyHistory {
  /** @param policies at least one, oldest first. */
  constructor(readonly policies: readonly ClockPolicy[]) {}

  /** The policy in force at an instant; the first one also before it was written. */
  at(instant: Instant): ClockPolicy {
    return this.policies.findLast(({ since }) => since <= instant) ?? (this.policies[0] as ClockPolicy)
  }

  /** The policy in force now. */
  get latest(): ClockPolicy {
    return this.policies.at(-1) as ClockPolicy
  }
}

export function policyHistory(row: Row<Engagement> | undefined): PolicyHistory {
  const changes = row ? changesOf(row) : []
  const hours = new Map<string, SupportHours>()
  const policies: ClockPolicy[] = []
  const standing: Record<string, Value> = {}
  let isOther = false
  for (const [index, { field, at, value }] of changes.entries()) {
    // Saying again what stands already is no change.
    isOther ||= (standing[field] ?? null) !== value
    standing[field] = value
    if (!isOther || changes[index + 1]?.at === at) continue
    policies.push(policyOf({ ...standing }, policies.length === 0 ? -Infinity : at, hours))
    isOther = false
  }
  return new PolicyHistory(policies.length > 0 ? policies : [policyOf({}, -Infinity, hours)])
}

/** What was written to the policy, in the order in which it happened. */
function changesOf(row: Row<Engagement>): { field: string; at: Instant; value: Value }[] {
  return Object.keys(row.values)
    .filter(isPolicyField)
    .flatMap((field) => {
      const moments = momentsOf(row, field)
      const last = moments.at(-1)
      const shown = row.values[field as keyof Engagement] as Value
      // A laptop whose clock is ahead dates its word after that of others who have seen it. What is shown holds.
      const settled = last && last.value !== shown ? [...moments, { ...last, value: shown }] : moments
      return settled.map(({ at, value }) => ({ field, at, value }))
    })
    .sort((a, b) => a.at - b.at)
}

/** @param hours support hours worked out so far, by what they are made of: most policies share them. */
function policyOf(engagement: Engagement, since: Instant, hours: Map<string, SupportHours>): ClockPolicy {
  const calendar = supportCalendar(engagement)
  const told = JSON.stringify(
    Object.entries(engagement).filter(([field]) => !/^(severity|pauses)/.test(field)),
  )
  const supportHours = hours.get(told) ?? new SupportHours(calendar)
  hours.set(told, supportHours)
  const isOnSupportHours = (severity: Severity) => engagement[`severity.${severity}.calendar`] === 'support'
  const pausing = new Set(issueStatuses.filter((status) => isPausing(engagement, status)))
  return {
    since,
    calendar,
    target: (kind, severity) => {
      const minutes = engagement[`severity.${severity}.${minutesField[kind]}`]
      return minutes == null ? undefined : minutes * minute
    },
    workingTime: (severity) => (isOnSupportHours(severity) ? supportHours : always),
    isOnSupportHours,
    pauses: (status) => pausing.has(status),
  }
}

/** Whether the resolve clock rests in a status under what an engagement says now. */
export function isPausing(engagement: Engagement, status: IssueStatus): boolean {
  return (engagement[`pauses:${status}`] ?? usuallyPausing.has(status)) === true
}

/** An issue whose severity nobody has told yet is held to the mildest promise, and the clock says so. */
export const assumedSeverity: Severity = severities[2]
