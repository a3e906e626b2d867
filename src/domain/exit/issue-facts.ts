import { momentsOf } from '../merge/trail'
import type { Rescue, Severity } from '../model/issue'
import type { Instant } from '../model/value'
import { type IssueRow, isOpen, type Phase, phaseAt } from '../triage/as-of'
import type { Spell } from './spells'

export interface IssueLife {
  readonly row: IssueRow
  readonly phases: readonly Phase[]
  readonly raised: Instant
  /** Who was said to have resolved it, and from when on, oldest first. */
  readonly rescues: readonly RescueMoment[]
}

export interface RescueMoment {
  readonly at: Instant
  readonly rescue: Rescue | null
}

/** Read once: days are asked one after the other, and each of them about thousands of issues. */
export function rescueMoments(row: IssueRow): RescueMoment[] {
  return momentsOf(row, 'rescue').map(({ at, value }) => ({ at, rescue: value as Rescue | null }))
}

/** How an issue came to be of severity 1 or 2. */
export type BecameSevere = 'raised' | 'graver' | 'back'

export interface SevereMoment {
  readonly issue: IssueLife
  readonly at: Instant
  readonly how: BecameSevere
  readonly severity: Severity
}

/** A stretch in which an issue was open with severity 1 or 2. */
export interface SevereSpell extends Spell {
  readonly issue: IssueLife
  readonly severity: Severity
}

export interface SeverityChange {
  readonly issue: IssueLife
  readonly at: Instant
  readonly before: Severity | null
  readonly after: Severity | null
}

/** What turned out to be no issue of its own counts for nothing from then on. */
export function isWithdrawn({ phases }: IssueLife, at: Instant): boolean {
  const status = phaseAt(phases, at)?.status
  return status === 'declined' || status === 'duplicate'
}

/** When an issue became one of severity 1 or 2: as it was raised, by a change of its severity, or by coming back. */
export function severeMoments(issue: IssueLife): SevereMoment[] {
  return issue.phases.flatMap((phase, place): SevereMoment[] => {
    const { from, severity } = phase
    if (!isSevere(severity)) return []
    const before = issue.phases[place - 1]
    if (!before) return [{ issue, at: from, how: 'raised', severity }]
    if (!isOpen(phase)) return []
    if (!isOpen(before)) return [{ issue, at: from, how: 'back', severity }]
    const isGraver = before.severity === null || before.severity > severity
    return isGraver ? [{ issue, at: from, how: 'graver', severity }] : []
  })
}

export function severeSpells(issue: IssueLife): SevereSpell[] {
  return issue.phases.flatMap((phase, place): SevereSpell[] => {
    const { from, severity } = phase
    if (!isOpen(phase) || !isSevere(severity)) return []
    return [{ issue, severity, from, until: issue.phases[place + 1]?.from ?? Infinity }]
  })
}

/** Changes of severity by which the issue began or ceased to be severe. */
export function severityChanges(issue: IssueLife): SeverityChange[] {
  return issue.phases.flatMap(({ from, severity }, place): SeverityChange[] => {
    const before = issue.phases[place - 1]
    if (!before || before.severity === severity) return []
    if (!isSevere(before.severity) && !isSevere(severity)) return []
    return [{ issue, at: from, before: before.severity, after: severity }]
  })
}

const isSevere = (severity: Severity | null): severity is 1 | 2 => severity === 1 || severity === 2
