import { momentsOf } from '../merge/trail'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { isBoarding, type PatchRow, stateOf } from './patch-state'

export type PatchOf = (key: string) => PatchRow | undefined

const readBetweenYields = 5_000

/** The issues that ride on a patch, in turns, in the order of the rows. */
export function* ridersOf(patch: string, issues: Iterable<IssueRow>): Generator<void, IssueRow[]> {
  const riders: IssueRow[] = []
  let read = 0
  for (const row of issues) {
    if (++read % readBetweenYields === 0) yield
    if (row.values.patch === patch && row.values.removed !== true) riders.push(row)
  }
  return riders
}

/**
 * Whether a fix is ready and waits for a patch: one that was put on a patch only after it had been shipped on another
 * laptop, and one that came back from a patch and is ready again, wait too.
 */
export function isCandidate({ values }: IssueRow, patchOf: PatchOf): boolean {
  if (values.removed === true || values.status !== 'fix-ready') return false
  const patch = values.patch ? patchOf(values.patch) : undefined
  return !patch || patch.values.removed === true || !isBoarding(stateOf(patch))
}

/** Since when the fix is ready, for an issue whose fix is. */
export function readySince(row: IssueRow): Instant {
  const moments = momentsOf(row, 'status')
  let place = moments.length - 1
  while (place > 0 && moments[place - 1]?.value === 'fix-ready') place--
  return moments[place]?.at ?? row.values.raisedAt ?? 0
}
