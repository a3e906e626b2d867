import { begunBy } from '../merge/apply'
import { momentsOf } from '../merge/trail'
import { type BuiltInCriterion, builtInCriteria } from '../model/exit-criterion'
import type { Instant } from '../model/value'
import { counted } from '../reporting/words'
import { finish } from '../triage/sliced-sort'
import { builtIns, type CriterionRow, ownAt, type Terms, termsAt } from './criteria'
import { type ExitReading, rowOf } from './exit-reading'
import { arrivals, clocksKept, steadyStateAlone } from './flow-measures'
import type { Given } from './given'
import { activeUsers, handedOver, saidByHand, signedOff } from './given-measures'
import type { SeverityChange } from './issue-facts'
import { type Asked, asked, type CriterionState, type Measure, type Reset, unmeasured } from './measure'
import { noNewSevere, openSevere } from './severe-measures'

export interface CriterionReading extends Measure {
  /** Names it among the criteria of an engagement. */
  readonly id: string
  readonly title: string
  readonly builtIn: BuiltInCriterion | undefined
  /** What is asked for, in words; empty for an own one. */
  readonly wanted: string
  readonly terms: Terms | undefined
  readonly row: CriterionRow | undefined
}

/** Whether hypercare could end at one moment, and why. */
export interface Scorecard {
  readonly asOf: Instant
  readonly criteria: readonly CriterionReading[]
  /** Built-in ones that had been left out. */
  readonly leftOut: readonly BuiltInCriterion[]
  readonly met: number
  readonly ready: boolean
  /** When all can be met at the earliest; undefined where that is now, or one of them has no date. */
  readonly earliest: () => Instant | undefined
  /** Changes of severity made later, which this moment does not know. */
  readonly changedLater: () => readonly SeverityChange[]
}

const computed: ReadonlySet<BuiltInCriterion> = new Set([
  'no-new-severe',
  'open-severe',
  'arrivals',
  'steady-state-alone',
  'clocks-kept',
])

/** The scorecard of an engagement as of any moment up to the one it was read at. */
export function scorecard(reading: ExitReading, asOf: Instant): Scorecard {
  return finish(scorecardInSteps(reading, asOf))
}

/** The same criterion by criterion, for a screen that must not be held up. */
export function* scorecardInSteps(reading: ExitReading, asOf: Instant): Generator<void, Scorecard> {
  const given = reading.given(asOf)
  yield
  const terms = new Map(
    builtInCriteria.map((builtIn) => [builtIn, termsAt(rowOf(reading, builtIn), builtIn, asOf)]),
  )
  const criteria: CriterionReading[] = []
  for (const builtIn of builtInCriteria.filter((one) => terms.get(one)?.applies)) {
    const asks = terms.get(builtIn) ?? builtIns[builtIn].usual
    criteria.push({
      ...askedOnce(measure(reading, builtIn, asks, asOf, given)),
      id: builtIn,
      builtIn,
      title: builtIns[builtIn].title,
      wanted: wantedText(builtIn, asks),
      terms: asks,
      row: rowOf(reading, builtIn),
    })
    yield
  }
  for (const row of ownAt(reading.criteria.values(), asOf))
    criteria.push({
      ...saidByHand(row, reading, asOf),
      id: row.key,
      builtIn: undefined,
      title: row.values.title ?? '',
      wanted: '',
      terms: undefined,
      row,
    })
  const met = criteria.filter(({ state }) => state === 'met').length
  return {
    asOf,
    criteria,
    leftOut: builtInCriteria.filter((builtIn) => !terms.get(builtIn)?.applies),
    met,
    ready: met === criteria.length && criteria.length > 0,
    earliest: once(() => earliestOf(criteria)),
    changedLater: once(() =>
      reading.severityChanges.within(asOf, reading.now).filter(({ issue }) => issue.raised <= asOf),
    ),
  }
}

/** Every draw of a screen asks again; what a day says of itself stays as it is. Evidence is too much to be kept. */
const askedOnce = (measure: Measure): Measure => ({
  ...measure,
  reset: once(measure.reset),
  earliest: once(measure.earliest),
})

function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

function measure(
  reading: ExitReading,
  builtIn: BuiltInCriterion,
  terms: Terms,
  at: Instant,
  given: Given,
): Measure {
  const { start } = reading
  const asks = asked(reading, at, terms, start ?? at)
  if (!computed.has(builtIn)) return measureGiven(builtIn, given, asks)
  if (start !== undefined && start > at) return unmeasured('The go-live is still to come')
  if (!reading.issues.last(at, () => true)) return unmeasured('No issue has been recorded yet')
  switch (builtIn) {
    case 'no-new-severe':
      return noNewSevere(asks)
    case 'open-severe':
      return openSevere(asks)
    case 'arrivals':
      return arrivals(asks)
    case 'steady-state-alone':
      return steadyStateAlone(asks)
    default:
      return clocksKept(asks)
  }
}

function measureGiven(builtIn: BuiltInCriterion, given: Given, asks: Asked): Measure {
  if (builtIn === 'active-users') return activeUsers(given, asks)
  return builtIn === 'handover' ? handedOver(given, asks) : signedOff(given)
}

function earliestOf(criteria: readonly CriterionReading[]): Instant | undefined {
  const dates = criteria.filter(({ state }) => state !== 'met').map(({ earliest }) => earliest())
  const told = dates.filter((date) => date !== undefined)
  return dates.length > 0 && told.length === dates.length ? Math.max(...told) : undefined
}

/** A date before which nothing can be met, where there is one to wait for: what may change at once has none. */
export function notBefore(
  { earliest }: Pick<Measure, 'earliest'> | Pick<Scorecard, 'earliest'>,
  asOf: Instant,
): Instant | undefined {
  const date = earliest()
  return date !== undefined && date > asOf ? date : undefined
}

/** What a built-in criterion asks for. */
export function wantedText(builtIn: BuiltInCriterion, { threshold, days }: Terms): string {
  switch (builtIn) {
    case 'no-new-severe':
      return `for ${counted(days, 'day')}`
    case 'open-severe':
      return `none of severity 1, at most ${threshold} of severity 2`
    case 'arrivals':
      return `at most ${threshold} a day over ${counted(days, 'day')}`
    case 'steady-state-alone':
      return `at least ${threshold}% of new issues over ${counted(days, 'day')}`
    case 'clocks-kept':
      return `at least ${threshold}% over ${counted(days, 'day')}`
    case 'active-users':
      return `at least ${threshold}% of licensed users`
    case 'handover':
      return 'all of it'
    case 'sign-off':
      return ''
  }
}

export const stateWords: Readonly<Record<CriterionState, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  unmeasured: 'Not measured yet',
}

/** Who wrote what took a criterion back. */
export function resetBy({ issue, at }: Reset): string | undefined {
  if (!issue) return undefined
  const { row } = issue
  const moments = [...momentsOf(row, 'severity'), ...momentsOf(row, 'status')]
  return moments.find((moment) => moment.at === at)?.by ?? (at === issue.raised ? begunBy(row) : undefined)
}
