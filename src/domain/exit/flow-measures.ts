import type { Instant } from '../model/value'
import { percentText } from '../reporting/figure'
import { numberText } from '../reporting/number-text'
import { counted } from '../reporting/words'
import { rescueWords } from '../triage/words'
import { daysOn } from './day-lengths'
import { type Evidence, evidenceOf, latestFirst } from './evidence'
import { type IssueLife, isWithdrawn } from './issue-facts'
import { type Asked, latest, type Measure, stateOf, unmeasured } from './measure'
import { type Resolution, resolutionAt } from './resolution'

/** Issues raised a day, over the days looked back on; only told once so many days have passed. */
export function arrivals({ reading, at, terms, zone, start, since }: Asked): Measure {
  const measurable = daysOn(start, terms.days, zone)
  if (terms.days === 0) return unmeasured('No days are looked back on')
  if (at < measurable) return unmeasured('Too few days since the start', () => measurable)
  const { open, alone, helped, untold } = reading.standings.countAt(since, at)
  const count = open + alone + helped + untold
  const raised = () => reading.issues.within(since, at).filter((issue) => !isWithdrawn(issue, at))
  const allowed = Math.floor(terms.threshold * terms.days)
  const isMet = count <= allowed
  const value = count / terms.days
  return {
    state: stateOf(isMet),
    value,
    actual: `${numberText(value, 1)} a day (${numberText(count)} in ${numberText(terms.days)} days)`,
    *evidence() {
      const told = yield* evidenceOf(reading.issues.within(since, at), (issue) =>
        isWithdrawn(issue, at) ? undefined : { issue, at: issue.raised, note: 'Raised' },
      )
      return told.reverse()
    },
    reset: () => {
      const last = isMet ? undefined : raised().at(-1)
      return last && { at: last.raised, how: 'The latest to be raised', issue: last }
    },
    earliest: () => {
      const last = isMet ? undefined : raised()[count - allowed - 1]
      return last && daysOn(last.raised, terms.days, zone)
    },
  }
}

/** How many of the issues raised within the days looked back on steady-state resolved without any help. */
export function steadyStateAlone({ reading, at, terms, zone, since }: Asked): Measure {
  const { open, alone, helped, untold } = reading.standings.countAt(since, at)
  const told = alone + helped
  const resolved = () => reading.issues.within(since, at).flatMap((issue) => resolutionAt(issue, at) ?? [])
  const byOthers = () => resolved().filter((one) => one.rescue !== null && !isAlone(one))
  const notTold = untold > 0 ? `; ${numberText(untold)} not told` : ''
  if (told === 0)
    return unmeasured(
      untold === 0
        ? 'None of the new issues is resolved yet'
        : `Nobody has said who resolved ${counted(untold, 'new issue')}`,
    )
  const isMet = reaches(alone, told, terms.threshold)
  return {
    state: stateOf(isMet),
    value: (100 * alone) / told,
    actual: `${percentText(alone, told)} (${numberText(alone)} of ${numberText(told)}${notTold})`,
    *evidence() {
      const within = reading.issues.within(since, at)
      const tell = (wanted: boolean) => (issue: IssueLife) => {
        const resolution = resolutionAt(issue, at)
        return resolution && isAlone(resolution) === wanted ? resolvedEvidence(resolution) : undefined
      }
      const helped = yield* latestFirst(yield* evidenceOf(within, tell(false)))
      return [...helped, ...(yield* latestFirst(yield* evidenceOf(within, tell(true))))]
    },
    reset: () => {
      const last = isMet ? undefined : latest(byOthers(), (one) => one.at)
      return last?.rescue ? { at: last.at, how: rescueWords[last.rescue], issue: last.issue } : undefined
    },
    earliest: () => {
      if (isMet) return undefined
      return firstReached(
        alone + open,
        reading.standings.raisedAt('helped', since, at),
        terms.threshold,
        at,
        (since) => daysOn(since, terms.days, zone),
      )
    },
  }
}

const resolvedEvidence = ({ issue, rescue, at }: Resolution): Evidence => ({
  issue,
  at,
  note: rescue === null ? 'Resolved, nobody has said by whom' : `Resolved by: ${rescueWords[rescue]}`,
})

const isAlone = ({ rescue }: Resolution) => rescue === 'steady-state-alone'

/** How many of the clocks that were judged within the days looked back on kept their promise. */
export function clocksKept({ reading, at, terms, zone, since }: Asked): Measure {
  const stops = reading.stops.within(since, at).filter(({ from, until }) => from <= at && at < until)
  const breaches = reading.breaches.at(at)
  const missed = stops.filter(({ met }) => !met)
  const judged = stops.length + breaches.length
  if (judged === 0) return unmeasured('No clock has been judged')
  const met = stops.length - missed.length
  const isMet = reaches(met, judged, terms.threshold)
  return {
    state: stateOf(isMet),
    value: (100 * met) / judged,
    actual: `${percentText(met, judged)} (${numberText(met)} of ${numberText(judged)})`,
    *evidence() {
      const past = yield* evidenceOf(breaches, ({ issue, kind, from }) => ({
        issue,
        at: from,
        note: `Clock to ${kind} is past its target`,
      }))
      const late = yield* evidenceOf(missed, ({ issue, kind, stoppedAt }) => ({
        issue,
        at: stoppedAt,
        note: `Clock to ${kind} stopped late`,
      }))
      return yield* latestFirst([...past, ...late])
    },
    reset: () => {
      if (isMet) return undefined
      const breach = latest(breaches, ({ from }) => from)
      const late = latest(missed, ({ stoppedAt }) => stoppedAt)
      if (late && (!breach || late.stoppedAt >= breach.from))
        return { at: late.stoppedAt, how: `Clock to ${late.kind} stopped late`, issue: late.issue }
      return (
        breach && {
          at: breach.from,
          how: `Clock to ${breach.kind} went past its target`,
          issue: breach.issue,
        }
      )
    },
    earliest: () => {
      if (isMet) return undefined
      const over = [...missed.map(({ stoppedAt }) => stoppedAt), ...breaches.map(() => at)]
      return firstReached(met, over, terms.threshold, at, (since) => daysOn(since, terms.days, zone))
    },
  }
}

const reaches = (part: number, whole: number, percent: number) => 100 * part >= percent * whole

/**
 * When a share is reached at the earliest: as one after the other of those against it leaves the days that are looked
 * back on, while all that speaks for it stays.
 */
function firstReached(
  good: number,
  against: readonly Instant[],
  percent: number,
  at: Instant,
  leavesAt: (instant: Instant) => Instant,
): Instant {
  if (reaches(good, good + against.length, percent)) return at
  // Who came first leaves first, so that only of one of them the day has to be worked out.
  const sorted = Float64Array.from(against).sort()
  const place = sorted.findIndex((_, left) => reaches(good, good + sorted.length - left - 1, percent))
  const last = sorted[place]
  return last === undefined ? at : leavesAt(last)
}
