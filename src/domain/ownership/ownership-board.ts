import type { Deadlines } from '../clocks/deadlines'
import type { IssueRow } from '../triage/as-of'
import { isEnded } from '../triage/as-of'
import { type Load, loads } from './load'
import { type OrphanReason, type OwnershipContext, orphanReason, orphanReasons } from './orphans'
import { overdueUpdates } from './overdue-updates'

export interface OrphanGroup {
  readonly reason: OrphanReason
  readonly issues: readonly IssueRow[]
}

/** Who has what, and what nobody has. */
export interface OwnershipBoard {
  /** Gravest reason first; reasons that hold for no issue are left out. */
  readonly orphans: readonly OrphanGroup[]
  readonly loads: readonly Load[]
}

const readBetweenYields = 2_000

/** Reads all issues once, in steps. */
export function* ownershipBoard(
  issues: ReadonlyMap<string, IssueRow>,
  deadlines: Deadlines,
  context: OwnershipContext,
): Generator<void, OwnershipBoard> {
  const overdue = overdueUpdates(deadlines, context.now)
  const open: IssueRow[] = []
  const groups = new Map(orphanReasons.map((reason) => [reason, [] as IssueRow[]]))
  let read = 0
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    if (row.values.removed === true || isEnded(row.values.status ?? 'new')) continue
    open.push(row)
    const reason = orphanReason(row, { breached: overdue.has(row.key) }, context)
    if (reason) groups.get(reason)?.push(row)
  }
  const rank = ({ values }: IssueRow) => values.severity ?? 4
  return {
    orphans: [...groups]
      .filter(([, issues]) => issues.length > 0)
      .map(([reason, issues]) => ({ reason, issues: issues.sort((a, b) => rank(a) - rank(b)) })),
    loads: loads(open),
  }
}
