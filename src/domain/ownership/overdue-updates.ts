import type { Deadlines } from '../clocks/deadlines'
import type { Instant } from '../model/value'

/** Keys of the issues whose users should have heard something by now. */
export function overdueUpdates(deadlines: Deadlines, now: Instant): ReadonlySet<string> {
  const overdue = new Set<string>()
  for (const { issue, kind } of deadlines.upTo(now)) if (kind === 'update') overdue.add(issue)
  return overdue
}
