import type { IssueStatus } from '../model/issue'
import type { Instant } from '../model/value'
import type { IssueRow } from './as-of'
import { nextStatuses, type StatusWish, setStatus } from './issue-status'
import { type Planned, planned, type Refused, refused } from './plan'
import { statusWords } from './words'

/** Issues that stand in a status or can go there from where they stand. */
export function ableToBecome(rows: readonly IssueRow[], status: IssueStatus): IssueRow[] {
  return rows.filter(
    ({ values }) => (values.status ?? 'new') === status || nextStatuses(values.status).includes(status),
  )
}

/**
 * Moves issues together, as one change. Those that cannot go there stay, and the label says how many went; where
 * none can, it is refused for the reason of the first.
 */
export function setStatusOfMany(
  rows: readonly IssueRow[],
  wish: StatusWish,
  now: Instant,
  issueOf: (key: string) => IssueRow | undefined,
): Planned | Refused {
  const plans = rows.map((row) => setStatus(row, wish, now, issueOf))
  const able = plans.filter((plan) => plan.ok)
  const [first] = able
  if (!first) return plans[0] ?? refused('No issue is picked.')
  if (rows.length === 1) return first
  const many = able.length === rows.length ? `${rows.length}` : `${able.length} of ${rows.length}`
  return planned(
    `Status of ${many} issues set to ${statusWords[wish.status].toLowerCase()}`,
    able.flatMap(({ intents }) => intents),
  )
}
