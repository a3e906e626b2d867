import type { Deadline } from '../clocks/deadlines'
import type { ClockKind } from '../clocks/policy'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import { type Adrift, adriftReason } from '../ownership/adrift'
import type { OwnershipContext } from '../ownership/orphans'
import type { IssueRow } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'

/** A running clock with what a person needs to act on it. */
export interface ClockLine {
  readonly issue: string
  readonly called: string
  readonly title: string
  readonly severity: Severity | null
  readonly kind: ClockKind
  readonly dueAt: Instant
  /** Name of the owner; undefined where there is none. */
  readonly owner: string | undefined
  /** Why the issue is in nobody's hands just now; undefined where it is in somebody's. */
  readonly adrift: Adrift | undefined
}

export function clockLines(
  deadlines: readonly Deadline[],
  issues: ReadonlyMap<string, IssueRow>,
  overdue: ReadonlySet<string>,
  context: OwnershipContext,
): ClockLine[] {
  return deadlines.flatMap(({ issue, kind, dueAt }) => {
    const row = issues.get(issue)
    if (!row) return []
    const { title, severity, owner } = row.values
    return [
      {
        issue,
        called: calledKey(row),
        title: title ?? '',
        severity: severity ?? null,
        kind,
        dueAt,
        owner: owner ? context.people.get(owner)?.values.name || owner : undefined,
        adrift: adriftReason(row, { breached: overdue.has(issue) }, context),
      },
    ]
  })
}

export type ClockTone = 'danger' | 'warning' | 'ok' | 'neutral'

const hour = 60 * 60_000

/**
 * How much a clock presses. Only one of an issue that somebody has, and that is far from its target, is calm: time that
 * nobody works in is no comfort.
 */
export function clockTone({ dueAt, adrift }: Pick<ClockLine, 'dueAt' | 'adrift'>, now: Instant): ClockTone {
  if (dueAt - now <= hour) return 'danger'
  if (dueAt - now <= 4 * hour) return 'warning'
  return adrift === undefined ? 'ok' : 'neutral'
}
