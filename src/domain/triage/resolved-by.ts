import type { Rescue } from '../model/issue'
import type { Instant } from '../model/value'
import type { IssueRow } from './as-of'
import { setStatus } from './issue-status'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused } from './plan'
import { rescueWords } from './words'

/**
 * The issue is resolved, and who brought that about. An issue that is resolved or closed stays where it is and gets the
 * answer only. Null: nobody says it yet, and the exit lists it as not told.
 */
export function resolvedBy(
  row: IssueRow,
  rescue: Rescue | null,
  now: Instant,
  issueOf: (key: string) => IssueRow | undefined,
): Planned | Refused {
  const label = `${calledKey(row)} ${resolvedByText(rescue)}`
  const { status } = row.values
  if (status === 'resolved' || status === 'closed') {
    if ((row.values.rescue ?? null) === rescue) return planned('Nothing changed', [])
    return planned(label, [{ entity: 'issue', key: row.key, fields: { rescue } }])
  }
  const plan = setStatus(row, { status: 'resolved', rescue }, now, issueOf)
  return plan.ok ? planned(label, plan.intents) : plan
}

/** In the past tense: “resolved by steady-state alone”. */
export const resolvedByText = (rescue: Rescue | null): string =>
  rescue === null ? 'resolved, by whom is told later' : `resolved by ${lowered(rescueWords[rescue])}`

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
