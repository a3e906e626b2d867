import type { PatchState } from '../model/patch'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { sortedPlaces } from '../triage/sliced-sort'
import { type PatchRow, stateOf } from './patch-state'
import { type RetestRow, standingOf } from './retest-list'
import { isCandidate, readySince } from './riders'

/** A fix that is ready and waits for a patch. */
export interface Candidate {
  readonly row: IssueRow
  readonly since: Instant
}

export interface PatchLine {
  readonly patch: PatchRow
  readonly state: PatchState
  /** Those that ride on it. */
  readonly riders: readonly IssueRow[]
  /** Those that are to be done or failed first. */
  readonly retests: readonly RetestRow[]
}

/** Everything about patches that the screen shows. */
export interface PatchBoard {
  /** Most severe first, then those that have waited longest. */
  readonly candidates: readonly Candidate[]
  /** What is still to come by its window, what has come latest first. */
  readonly lines: readonly PatchLine[]
}

export interface PatchTables {
  readonly patches: ReadonlyMap<string, PatchRow>
  readonly retests: ReadonlyMap<string, RetestRow>
  readonly issues: ReadonlyMap<string, IssueRow>
}

/** In the order of the screen: what is on its way first. */
export const boardOrder = [
  'shipped',
  'in-test',
  'planned',
  'confirmed',
  'rolled-back',
] as const satisfies PatchState[]

const readBetweenYields = 2_000

/** Reads all issues once, in steps. */
export function* patchBoard({ patches, retests, issues }: PatchTables): Generator<void, PatchBoard> {
  const ready: Candidate[] = []
  const riders = new Map<string, IssueRow[]>()
  const patchOf = (key: string) => patches.get(key)
  let read = 0
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    if (isCandidate(row, patchOf)) ready.push({ row, since: readySince(row) })
    const { patch, removed } = row.values
    if (patch && removed !== true) add(riders, patch, row)
  }
  const asked = new Map<string, RetestRow[]>()
  for (const retest of retests.values()) {
    if (++read % readBetweenYields === 0) yield
    if (retest.values.patch && retest.values.removed !== true) add(asked, retest.values.patch, retest)
  }
  const rank = (candidate: Candidate | undefined) => candidate?.row.values.severity ?? 4
  const places = yield* sortedPlaces(ready.length, (left, right) => {
    const [a, b] = [ready[left], ready[right]]
    return rank(a) - rank(b) || (a?.since ?? 0) - (b?.since ?? 0) || left - right
  })
  const lines = [...patches.values()]
    .filter(({ values }) => values.removed !== true)
    .map((patch): PatchLine => {
      const mine = (asked.get(patch.key) ?? []).map(
        (retest) => [urgency.indexOf(standingOf(retest)), retest] as const,
      )
      mine.sort(([a], [b]) => a - b)
      return {
        patch,
        state: stateOf(patch),
        riders: riders.get(patch.key) ?? [],
        retests: mine.map(([, retest]) => retest),
      }
    })
  return { candidates: Array.from(places, (place) => ready[place] as Candidate), lines: lines.sort(byOrder) }
}

const urgency = ['waiting', 'failed', 'failed-excused', 'excused', 'passed']

function byOrder(a: PatchLine, b: PatchLine): number {
  const order = boardOrder.indexOf(a.state) - boardOrder.indexOf(b.state)
  if (order !== 0) return order
  const [left, right] = [a, b].map(({ patch }) => patch.values.opensAt ?? Number.POSITIVE_INFINITY) as [
    number,
    number,
  ]
  const time = left === right ? 0 : left < right ? -1 : 1
  const isToCome = a.state === 'planned' || a.state === 'in-test'
  return (isToCome ? time : -time) || (a.patch.key < b.patch.key ? -1 : 1)
}

function add<T>(groups: Map<string, T[]>, name: string, item: T): void {
  const group = groups.get(name)
  if (group) group.push(item)
  else groups.set(name, [item])
}
