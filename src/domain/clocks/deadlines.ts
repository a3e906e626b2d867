import type { Instant } from '../model/value'
import { sortedPlaces } from '../triage/sliced-sort'
import type { ClockReading } from './clock'
import { firstPlace } from './first-place'
import type { ClockKind } from './policy'

/** A running clock of one issue and when its target is used up. */
export interface Deadline {
  readonly issue: string
  readonly kind: ClockKind
  readonly dueAt: Instant
}

/** Reading the clocks of so many issues takes a few milliseconds. */
const takenBetweenYields = 500

/** What has to be known of a clock. */
type Falling = Pick<ClockReading, 'kind' | 'state' | 'dueAt'>

/**
 * All running clocks in the order in which they fall due, so that the next thousand are a slice, however many there
 * are. A clock that rests or can never fall due is not in it.
 */
export class Deadlines {
  private inOrder: Deadline[] = []
  private of = new Map<string, readonly Deadline[]>()

  get size(): number {
    return this.inOrder.length
  }

  /** Takes many issues, each once, in place of everything known; in steps, and what was known stands until the last. */
  *replace(issues: Iterable<readonly [issue: string, clocks: readonly Falling[]]>): Generator<void, void> {
    const of = new Map<string, readonly Deadline[]>()
    const all: Deadline[] = []
    for (const [issue, clocks] of issues) {
      const deadlines = deadlinesOf(issue, clocks)
      if (deadlines.length === 0) continue
      of.set(issue, deadlines)
      for (const deadline of deadlines) all.push(deadline)
      if (of.size % takenBetweenYields === 0) yield
    }
    const places = yield* sortedPlaces(all.length, (left, right) =>
      compare(all[left] as Deadline, all[right] as Deadline),
    )
    this.of = of
    this.inOrder = Array.from(places, (place) => all[place] as Deadline)
  }

  /** Puts an issue's clocks in the place of those it had; none takes it out. */
  set(issue: string, clocks: readonly Falling[]): void {
    for (const former of this.of.get(issue) ?? []) this.inOrder.splice(this.placeOf(former), 1)
    const deadlines = deadlinesOf(issue, clocks)
    if (deadlines.length === 0) this.of.delete(issue)
    else this.of.set(issue, deadlines)
    for (const deadline of deadlines) this.inOrder.splice(this.placeOf(deadline), 0, deadline)
  }

  /** The next clocks to fall due after an instant, soonest first. */
  after(instant: Instant, most: number): readonly Deadline[] {
    const from = this.firstAfter(instant)
    return this.inOrder.slice(from, from + most)
  }

  /** Clocks that fell due up to an instant, the latest first. */
  upTo(instant: Instant, most = Number.POSITIVE_INFINITY): readonly Deadline[] {
    const to = this.firstAfter(instant)
    return this.inOrder.slice(Math.max(0, to - most), to).reverse()
  }

  /** Clocks that fall due after one instant and up to another, soonest first. */
  between(after: Instant, upTo: Instant): readonly Deadline[] {
    return this.inOrder.slice(this.firstAfter(after), this.firstAfter(upTo))
  }

  /** The running clocks of one issue that can fall due. */
  ofIssue(issue: string): readonly Deadline[] {
    return this.of.get(issue) ?? []
  }

  private firstAfter(instant: Instant): number {
    return firstPlace(this.inOrder, ({ dueAt }) => dueAt > instant)
  }

  private placeOf(deadline: Deadline): number {
    return firstPlace(this.inOrder, (other) => compare(other, deadline) >= 0)
  }
}

function deadlinesOf(issue: string, clocks: readonly Falling[]): Deadline[] {
  const deadlines: Deadline[] = []
  for (const { kind, state, dueAt } of clocks)
    if (state === 'running' && dueAt !== undefined) deadlines.push({ issue, kind, dueAt })
  return deadlines
}

/** No two are alike: an issue has each kind of clock once. */
function compare(a: Deadline, b: Deadline): number {
  if (a.dueAt !== b.dueAt) return a.dueAt - b.dueAt
  if (a.issue !== b.issue) return a.issue < b.issue ? -1 : 1
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0
}
