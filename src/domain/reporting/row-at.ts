import { begunAt, standsSince } from '../merge/apply'
import type { Row } from '../merge/row'
import type { Leave, Person } from '../model/entities'
import type { Instant } from '../model/value'
import { type IssueRow, ownerAt, patchAt, promisedAt, teamAt } from '../triage/as-of'
import type { IssueReading } from './reading'

/**
 * The row of an issue as it stood at an instant, for rules that read values: what keeps its history as it was then,
 * and no promise that was only made later. All else is only known as it is now.
 */
export function rowAt({ row, now }: IssueReading, instant: Instant): IssueRow {
  const { values } = row
  const { status, severity } = now
  const nextUpdateDue = promisedAt(row, instant)
  const owner = ownerAt(row, instant)
  const team = teamAt(row, instant)
  const patch = patchAt(row, instant)
  return { ...row, values: { ...values, status, severity, owner, team, patch, nextUpdateDue } }
}

/** People as they were known at an instant: whoever was removed later was there. */
export function peopleAt(
  people: ReadonlyMap<string, Row<Person>>,
  instant: Instant,
): ReadonlyMap<string, Row<Person>> {
  const known = new Map(people)
  for (const [key, person] of people) {
    if (person.values.removed !== true || standsSince(person, 'removed') <= instant) continue
    known.set(key, { ...person, values: { ...person.values, removed: false } })
  }
  return known
}

/** The leave that was known at an instant; what was taken back later stood then. */
export function* leavesAt(leaves: Iterable<Row<Leave>>, instant: Instant): Generator<Row<Leave>> {
  for (const leave of leaves) {
    if (begunAt(leave) > instant) continue
    const stood = leave.values.removed === true && standsSince(leave, 'removed') > instant
    yield stood ? { ...leave, values: { ...leave.values, removed: false } } : leave
  }
}
