import type { Instant } from '../model/value'
import { phaseAt } from '../triage/as-of'
import { type IssueLife, isWithdrawn } from './issue-facts'
import { resolutionAt } from './resolution'
import { countTo, type Sorted } from './sorted'

/** How an issue stands at a moment: still to be resolved, or by whom it was. What was withdrawn stands nowhere. */
export const standings = ['open', 'alone', 'helped', 'untold'] as const
export type Standing = (typeof standings)[number]
export type StandingCounts = Readonly<Record<Standing, number>>

const readBetweenYields = 250

/**
 * How the issues raised within a stretch of time stood at a moment, counted in plain numbers: a history asks it of tens of
 * thousands of issues for each of its days.
 */
export class Standings {
  private constructor(
    private readonly raised: Float64Array,
    private readonly from: Float64Array,
    private readonly until: Float64Array,
    private readonly as: Uint8Array,
  ) {}

  static *of({ all }: Sorted<IssueLife>): Generator<void, Standings> {
    const raised: number[] = []
    const from: number[] = []
    const until: number[] = []
    const as: number[] = []
    for (const [read, issue] of all.entries()) {
      if (read % readBetweenYields === 0) yield
      const changes = [...issue.phases.map((phase) => phase.from), ...issue.rescues.map(({ at }) => at)]
      const times = [...new Set(changes)].filter((at) => at >= issue.raised).sort((a, b) => a - b)
      for (const [place, at] of times.entries()) {
        const standing = standingAt(issue, at)
        if (!standing) continue
        raised.push(issue.raised)
        from.push(at)
        until.push(times[place + 1] ?? Infinity)
        as.push(standings.indexOf(standing))
      }
    }
    return new Standings(
      Float64Array.from(raised),
      Float64Array.from(from),
      Float64Array.from(until),
      Uint8Array.from(as),
    )
  }

  /** Of the issues raised after `since`, up to and with the moment. */
  countAt(since: Instant, at: Instant): StandingCounts {
    const counts = [0, 0, 0, 0]
    for (const place of this.placesAt(since, at))
      counts[this.as[place] as number] = (counts[this.as[place] as number] as number) + 1
    const [open = 0, alone = 0, helped = 0, untold = 0] = counts
    return { open, alone, helped, untold }
  }

  /** When those of them were raised that stood so, the earliest first. */
  raisedAt(standing: Standing, since: Instant, at: Instant): Instant[] {
    const wanted = standings.indexOf(standing)
    const found: Instant[] = []
    for (const place of this.placesAt(since, at))
      if (this.as[place] === wanted) found.push(this.raised[place] as number)
    return found
  }

  private *placesAt(since: Instant, at: Instant): Generator<number> {
    const end = countTo(this.raised, at)
    for (let place = countTo(this.raised, since); place < end; place++)
      if ((this.from[place] as number) <= at && at < (this.until[place] as number)) yield place
  }
}

/** Undefined where the issue is not there, or was withdrawn. */
export function standingAt(issue: IssueLife, at: Instant): Standing | undefined {
  if (!phaseAt(issue.phases, at) || isWithdrawn(issue, at)) return undefined
  const resolution = resolutionAt(issue, at)
  if (!resolution) return 'open'
  if (resolution.rescue === null) return 'untold'
  return resolution.rescue === 'steady-state-alone' ? 'alone' : 'helped'
}
