import type { Instant } from '../model/value'
import type { Terms } from './criteria'
import { daysOn } from './day-lengths'
import { type Evidence, noEvidence } from './evidence'
import { type ExitReading, zoneAt } from './exit-reading'
import type { IssueLife } from './issue-facts'

export type CriterionState = 'met' | 'not-met' | 'unmeasured'

/** What took a criterion back, or keeps it from being met, and when. */
export interface Reset {
  readonly at: Instant
  readonly how: string
  readonly issue?: IssueLife
}

/** A criterion at one moment. What only its reader wants is worked out when asked for. */
export interface Measure {
  readonly state: CriterionState
  readonly value: number | null
  /** The value as people read it; where nothing was measured, why. */
  readonly actual: string
  /** In steps: tens of thousands of issues may bear a state out. */
  readonly evidence: () => Generator<void, readonly Evidence[]>
  readonly reset: () => Reset | undefined
  /** When it can be met at the earliest, should nothing come in between; undefined where no date can be told. */
  readonly earliest: () => Instant | undefined
}

/** A moment at which something is measured, and since when that counts. */
export interface Asked {
  readonly reading: ExitReading
  readonly at: Instant
  readonly terms: Terms
  readonly zone: string
  /** When hypercare began. */
  readonly start: Instant
  /** Where the days that are looked back on begin; nothing before the start is looked at. */
  readonly since: Instant
}

export function asked(reading: ExitReading, at: Instant, terms: Terms, start: Instant): Asked {
  const zone = zoneAt(reading, at)
  const since = Math.max(daysOn(at, -terms.days, zone), start - 1)
  return { reading, at, terms, zone, start, since }
}

const never = () => undefined

export function unmeasured(actual: string, earliest: () => Instant | undefined = never): Measure {
  return { state: 'unmeasured', value: null, actual, evidence: noEvidence, reset: never, earliest }
}

export const stateOf = (isMet: boolean): CriterionState => (isMet ? 'met' : 'not-met')

/** The last of them by their time. */
export function latest<T>(things: readonly T[], timeOf: (thing: T) => Instant): T | undefined {
  return things.reduce<T | undefined>(
    (last, thing) => (last === undefined || timeOf(thing) >= timeOf(last) ? thing : last),
    undefined,
  )
}
