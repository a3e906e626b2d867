import type { Instant } from '../model/value'
import { sortedPlaces } from '../triage/sliced-sort'
import type { IssueLife } from './issue-facts'

/** An issue that bears a state out, and what it has to do with it. */
export interface Evidence {
  readonly issue: IssueLife
  readonly at: Instant
  readonly note: string
}

const toldBetweenYields = 1_000

/** What each of the things bears out, those that say nothing left out; in steps. */
export function* evidenceOf<T>(
  things: readonly T[],
  tell: (thing: T) => Evidence | undefined,
): Generator<void, Evidence[]> {
  const told: Evidence[] = []
  for (const [read, thing] of things.entries()) {
    if (read % toldBetweenYields === 0) yield
    const evidence = tell(thing)
    if (evidence) told.push(evidence)
  }
  return told
}

export const noEvidence = () => evidenceOf([], () => undefined)

/** The same evidence, the latest first; in steps. */
export function* latestFirst(told: readonly Evidence[]): Generator<void, Evidence[]> {
  const at = Float64Array.from(told, (evidence) => evidence.at)
  const places = yield* sortedPlaces(
    told.length,
    (left, right) => (at[right] as number) - (at[left] as number) || left - right,
  )
  return Array.from(places, (place) => told[place] as Evidence)
}
