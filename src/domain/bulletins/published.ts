import type { Row } from '../merge/row'
import type { Audience, BulletinSending } from '../model/entities'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { isMeantFor, PublicIssue, type RideOf } from './public-issue'

export type AudienceRow = Row<Audience>
export type SendingRow = Row<BulletinSending>

const readBetweenYields = 5_000

/** The issues that users are told of, in steps: of a hundred thousand, a few dozen. */
export function* publishedIssues(issues: Iterable<IssueRow>): Generator<void, IssueRow[]> {
  const published: IssueRow[] = []
  let read = 0
  for (const row of issues) {
    if (row.values.publish === true && row.values.removed !== true) published.push(row)
    if (++read % readBetweenYields === 0) yield
  }
  return published
}

export interface Telling {
  readonly audience: AudienceRow
  /** Of any audience. */
  readonly sendings: Iterable<SendingRow>
  readonly now: Instant
  readonly rideOf: RideOf
}

/**
 * What an audience is to hear of now: what is known, what is coming, and what was fixed and has not been told as fixed
 * yet. An issue that came back and was fixed again is told again.
 */
export function issuesFor(published: Iterable<IssueRow>, telling: Telling): PublicIssue[] {
  const { audience, now, rideOf } = telling
  const told = toldAsFixed(telling)
  const found: PublicIssue[] = []
  for (const row of published) {
    if (!isMeantFor(row, audience.key, audience)) continue
    const issue = PublicIssue.of(row, now, rideOf)
    if (!issue) continue
    const toldAt = told.get(issue.key)
    if (issue.fixedAt !== undefined && toldAt !== undefined && toldAt >= issue.fixedAt) continue
    found.push(issue)
  }
  return found
}

/** What was sent to an audience, the latest first. */
export function sendingsTo(audience: string, sendings: Iterable<SendingRow>): SendingRow[] {
  return [...sendings]
    .filter(({ values }) => values.audience === audience && wasSent(values))
    .sort((a, b) => (b.values.sentAt ?? 0) - (a.values.sentAt ?? 0) || (a.key < b.key ? -1 : 1))
}

export const wasSent = ({ removed, sentAt }: BulletinSending) => removed !== true && sentAt != null

function toldAsFixed({ audience, sendings }: Telling): ReadonlyMap<string, Instant> {
  const told = new Map<string, Instant>()
  for (const { values } of sendingsTo(audience.key, sendings)) {
    for (const field in values) {
      if (!field.startsWith('told:') || values[field as `told:${string}`] !== 'fixed') continue
      const issue = field.slice('told:'.length)
      told.set(issue, Math.max(told.get(issue) ?? 0, values.sentAt ?? 0))
    }
  }
  return told
}
