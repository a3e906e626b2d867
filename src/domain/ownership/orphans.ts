import type { ClockReading } from '../clocks/clock'
import type { Row } from '../merge/row'
import type { Person } from '../model/entities'
import type { OwningTeam } from '../model/issue'
import type { Instant } from '../model/value'
import type { Duty } from '../rotation/duty'
import { dayOf } from '../time/zone'
import { type IssueRow, isEnded } from '../triage/as-of'

/** Why nobody really has an issue, gravest first. */
export const orphanReasons = ['nobody', 'left', 'away', 'untouched', 'between-teams'] as const
export type OrphanReason = (typeof orphanReasons)[number]

export interface OwnershipContext {
  readonly now: Instant
  readonly zone: string
  readonly people: ReadonlyMap<string, Row<Person>>
  /** Whether somebody is on leave. */
  readonly isAway: (person: string, at: Instant) => boolean
  /** What the rota says; undefined where there is none. */
  readonly duty?: Duty | undefined
  /** Whether anything here is told by team; see `teamsAreUsed`. */
  readonly teamsAreUsed: boolean
}

/**
 * Why an open issue is an orphan, or undefined when somebody has it. `update` is its clock of the next update, where
 * one is promised: an issue that nobody has touched for longer than that has no owner but in name.
 */
export function orphanReason(
  row: IssueRow,
  update: Pick<ClockReading, 'breached'> | undefined,
  context: OwnershipContext,
): OrphanReason | undefined {
  const { values } = row
  if (values.removed === true || isEnded(values.status ?? 'new')) return undefined
  if (!values.owner) return 'nobody'
  const owner = context.people.get(values.owner)?.values
  if (hasLeft(owner, context)) return 'left'
  if (context.isAway(values.owner, context.now) || context.duty?.isOffRota(values.owner)) return 'away'
  if (update?.breached) return 'untouched'
  return context.teamsAreUsed && isBetweenTeams(values.team, owner?.side, values.status)
    ? 'between-teams'
    : undefined
}

/** Removed from the list of people, or past the last day. */
export function hasLeft(
  person: Person | undefined,
  { now, zone }: Pick<OwnershipContext, 'now' | 'zone'>,
): boolean {
  if (!person || person.removed === true) return true
  return person.leftOn != null && person.leftOn < dayOf(now, zone)
}

/** Where neither an issue nor a person has ever been given a team, nothing can sit between the two. */
export function teamsAreUsed(people: Iterable<Row<Person>>, issues: Iterable<IssueRow>): boolean {
  for (const { values } of people) if (values.side != null && values.removed !== true) return true
  for (const { values } of issues) if (values.team != null && values.removed !== true) return true
  return false
}

/** Once an issue is triaged, one of the two teams has it, and its owner works for that one. */
function isBetweenTeams(
  team: OwningTeam | null | undefined,
  side: OwningTeam | null | undefined,
  status: string | undefined,
): boolean {
  if (team == null) return side == null && status !== undefined && status !== 'new'
  return side != null && side !== team
}
