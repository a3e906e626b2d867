import type { Intent } from '../merge/intent'
import { endedStatuses, type HoldReason, type IssueStatus, type Rescue } from '../model/issue'
import type { Fields, Instant } from '../model/value'
import type { IssueRow } from './as-of'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'
import { statusWords } from './words'

/** Where an issue shall go, with what that status cannot do without. */
export type StatusWish =
  | { readonly status: 'on-hold'; readonly reason: HoldReason; readonly until?: Instant }
  | { readonly status: 'declined'; readonly reason: string }
  /** `of` is the key of the issue that stays. */
  | { readonly status: 'duplicate'; readonly of: string }
  /** `rescue` is null where nobody says by whom yet. */
  | { readonly status: 'resolved'; readonly rescue: Rescue | null; readonly fixNote?: string }
  | { readonly status: Exclude<IssueStatus, 'on-hold' | 'declined' | 'duplicate' | 'resolved'> }

/** Statuses that need more than their name. */
export const demandingStatuses = ['on-hold', 'declined', 'duplicate', 'resolved'] as const
export type DemandingStatus = (typeof demandingStatuses)[number]

export const isDemanding = (status: IssueStatus): status is DemandingStatus =>
  (demandingStatuses as readonly IssueStatus[]).includes(status)

const working = ['triaged', 'in-progress', 'fix-ready', 'retest'] as const
const parked = ['on-hold', 'declined', 'duplicate'] as const

/** An ended issue comes back as returned, so that history tells a reopening from a first try. */
const next: Readonly<Record<IssueStatus, readonly IssueStatus[]>> = {
  new: [...working, 'resolved', ...parked],
  triaged: ['new', ...working, 'resolved', ...parked],
  'in-progress': [...working, 'resolved', ...parked],
  'fix-ready': [...working, 'returned', 'resolved', ...parked],
  retest: [...working, 'returned', 'resolved', ...parked],
  returned: [...working, 'resolved', ...parked],
  'on-hold': [...working, 'returned', 'resolved', ...parked],
  resolved: ['closed', 'returned', 'retest'],
  closed: ['returned'],
  declined: ['returned', 'triaged'],
  duplicate: ['returned', 'triaged'],
}

/** Statuses an issue can go to from where it stands, in the order of the work. */
export function nextStatuses(from: IssueStatus | undefined): readonly IssueStatus[] {
  return next[from ?? 'new'].filter((status) => status !== from)
}

/** Moves an issue and keeps the fields that hang on its status in step: times, reasons, who rescued it. */
export function setStatus(
  row: IssueRow,
  wish: StatusWish,
  now: Instant,
  issueOf: (key: string) => IssueRow | undefined,
): Planned | Refused {
  const from = row.values.status ?? 'new'
  if (wish.status !== from && !nextStatuses(from).includes(wish.status)) {
    return refused(
      `${calledKey(row)} is ${statusWords[from].toLowerCase()} and cannot become ${statusWords[wish.status].toLowerCase()} from there.`,
    )
  }
  const problem = wishProblem(row, wish, issueOf)
  if (problem) return refused(problem)
  const fields = changedOnly(row, { ...leftBehind(row, wish.status), ...brought(row, wish, now) })
  const intent: Intent = { entity: 'issue', key: row.key, fields }
  return planned(`Status of ${calledKey(row)} set to ${statusWords[wish.status].toLowerCase()}`, [intent])
}

function wishProblem(
  row: IssueRow,
  wish: StatusWish,
  issueOf: (key: string) => IssueRow | undefined,
): string | undefined {
  if (wish.status === 'declined' && wish.reason.trim() === '') return 'Say why the issue is declined.'
  if (wish.status !== 'duplicate') return undefined
  if (wish.of === row.key) return 'An issue cannot be a duplicate of itself.'
  const original = issueOf(wish.of)
  if (!original || original.values.removed) return 'The issue it is a duplicate of is not there.'
  const met = new Set([row.key])
  for (let other: IssueRow | undefined = original; other; ) {
    if (met.has(other.key)) return `${calledKey(original)} is itself a duplicate of ${calledKey(row)}.`
    met.add(other.key)
    const of: string | null | undefined =
      other.values.status === 'duplicate' ? other.values.duplicateOf : undefined
    other = of ? issueOf(of) : undefined
  }
  return undefined
}

/** What no longer holds in the new status. */
function leftBehind(row: IssueRow, status: IssueStatus): Fields {
  const fields: Fields = {}
  if (status !== 'on-hold') Object.assign(fields, { holdReason: null, holdUntil: null })
  if (status !== 'declined') fields.declineReason = null
  if (status !== 'duplicate') fields.duplicateOf = null
  if (status !== 'closed') fields.closedAt = null
  const ended = endedStatuses.has(status)
  if (!ended || (status !== 'closed' && status !== 'resolved')) {
    Object.assign(fields, { resolvedAt: null, rescue: null })
  }
  // An issue that was closed straight away in a tracker keeps what is known of its resolution.
  if (status === 'closed' && row.values.resolvedAt == null) delete fields.resolvedAt
  return fields
}

function brought(row: IssueRow, wish: StatusWish, now: Instant): Fields {
  const fields: Fields = { status: wish.status }
  // What is over already is so since then, whatever else is said of it now.
  const closedAt = wish.status === row.values.status ? (row.values.closedAt ?? now) : now
  if (wish.status !== 'new' && row.values.acknowledgedAt == null) fields.acknowledgedAt = now
  switch (wish.status) {
    case 'on-hold':
      return { ...fields, holdReason: wish.reason, holdUntil: wish.until ?? null }
    case 'declined':
      return { ...fields, declineReason: wish.reason.trim(), closedAt }
    case 'duplicate':
      return { ...fields, duplicateOf: wish.of, closedAt }
    case 'resolved':
      return {
        ...fields,
        rescue: wish.rescue,
        resolvedAt: row.values.resolvedAt ?? now,
        ...(wish.fixNote !== undefined && { fixNote: wish.fixNote }),
      }
    case 'closed':
      return { ...fields, closedAt, resolvedAt: row.values.resolvedAt ?? now }
    default:
      return fields
  }
}

function changedOnly(row: IssueRow, wanted: Fields): Fields {
  const standing: Fields = row.values as Fields
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => (standing[field] ?? null) !== value),
  )
}
