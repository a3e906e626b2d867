import { fieldProblem } from '../model/entities'
import type { Fields, Instant } from '../model/value'
import type { IssueRow } from './as-of'
import { setStatus } from './issue-status'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused } from './plan'

type IssueOf = (key: string) => IssueRow | undefined

const mergedPrefix = 'merged:'

/**
 * Makes an issue a duplicate of another, in one change. Who waits for it moves along: its reporter and its affected
 * users, and the number of users affected, where both have one. What was said and attached stays where it was
 * written, and is shown with the original too (`issuesTold`).
 */
export function mergeIntoDuplicate(
  row: IssueRow,
  original: string,
  now: Instant,
  issueOf: IssueOf,
): Planned | Refused {
  const moved = setStatus(row, { status: 'duplicate', of: original }, now, issueOf)
  const kept = issueOf(original)
  if (!moved.ok || !kept) return moved
  const fields: Fields = {}
  if (!kept.values[`${mergedPrefix}${row.key}`]) {
    fields[`${mergedPrefix}${row.key}`] = true
    const [here, there] = [row.values.usersAffected, kept.values.usersAffected]
    if (here != null && there != null) fields.usersAffected = here + there
  }
  for (const name of waitingFor(row)) {
    const field = `affected:${name}` as const
    const isKnown = kept.values[field] === true || kept.values.reporter === name
    if (!isKnown && !fieldProblem('issue', field, true)) fields[field] = true
  }
  return planned(`${calledKey(row)} merged into ${calledKey(kept)}`, [
    ...moved.intents,
    { entity: 'issue', key: kept.key, fields },
  ])
}

/** Names of those who wait for an issue: whoever reported it, and its affected users. */
function waitingFor({ values }: IssueRow): string[] {
  const names = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith('affected:') && value === true ? [field.slice('affected:'.length)] : [],
  )
  const reporter = values.reporter?.trim()
  return reporter ? [reporter, ...names] : names
}

/**
 * Keys of the issues whose comments and attachments tell of this one: itself, and all that were merged into it and
 * still are. Whatever is written on one of those later, on whichever laptop, is told here too.
 */
export function issuesTold(row: IssueRow, issueOf: IssueOf): Set<string> {
  const told = new Set([row.key])
  for (const key of told) {
    for (const [field, value] of Object.entries(issueOf(key)?.values ?? {})) {
      if (value !== true || !field.startsWith(mergedPrefix)) continue
      const merged = issueOf(field.slice(mergedPrefix.length))
      if (merged?.values.status === 'duplicate' && merged.values.duplicateOf === key) told.add(merged.key)
    }
  }
  return told
}
