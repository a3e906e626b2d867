import { type PolicyHistory, policyHistory } from '../clocks/policy'
import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import type { BuiltInCriterion } from '../model/exit-criterion'
import type { Instant } from '../model/value'
import { phasesOf } from '../triage/as-of'
import { finish } from '../triage/sliced-sort'
import { type ClockFacts, type ClockStop, type OpenBreach, readClockFacts } from './clock-facts'
import { builtInKey, type CriterionRow } from './criteria'
import type { GivenAt } from './given'
import {
  type IssueLife,
  rescueMoments,
  type SevereMoment,
  type SevereSpell,
  type SeverityChange,
  severeMoments,
  severeSpells,
  severityChanges,
} from './issue-facts'
import { readGiven } from './read-given'
import { Sorted } from './sorted'
import { Spells } from './spells'
import { Standings } from './standings'

/** Everything that exit is judged by, read once; it answers for any moment up to `now`. */
export interface ExitReading {
  readonly now: Instant
  /** When hypercare began: the go-live, or the first issue where none is told; undefined without either. */
  readonly start: Instant | undefined
  readonly policies: PolicyHistory
  readonly criteria: ReadonlyMap<string, CriterionRow>
  readonly given: GivenAt
  readonly issues: Sorted<IssueLife>
  readonly standings: Standings
  readonly severe: Sorted<SevereMoment>
  readonly open: Spells<SevereSpell>
  readonly severityChanges: Sorted<SeverityChange>
  readonly stops: Sorted<ClockStop>
  readonly breaches: Spells<OpenBreach>
}

const readBetweenYields = 100

/**
 * Reads all issues once, in steps.
 * @param given what to take in place of what other rooms say
 */
export function* readExit(replica: Replica, now: Instant, given?: GivenAt): Generator<void, ExitReading> {
  const engagement = replica.rows('engagement').get(engagementKey)
  const policies = policyHistory(engagement)
  const issues: IssueLife[] = []
  const severe: SevereMoment[] = []
  const open: SevereSpell[] = []
  const changes: SeverityChange[] = []
  const clocks: ClockFacts = { stops: [], breaches: [] as OpenBreach[] }
  let read = 0
  for (const row of replica.rows('issue').values()) {
    if (++read % readBetweenYields === 0) yield
    const phases = phasesOf(row)
    const raised = phases[0]?.from
    if (raised === undefined || raised > now) continue
    const issue = { row, phases, raised, rescues: rescueMoments(row) }
    issues.push(issue)
    severe.push(...severeMoments(issue))
    open.push(...severeSpells(issue))
    changes.push(...severityChanges(issue))
    readClockFacts(issue, policies, now, clocks)
  }
  const sorted = yield* Sorted.of(issues, ({ raised }) => raised)
  const zone = policies.at(now).calendar.zone
  return {
    now,
    start: engagement?.values.goLiveAt ?? sorted.all[0]?.raised,
    policies,
    criteria: replica.rows('exitCriterion'),
    given: given ?? (yield* readGiven(replica, sorted, zone)),
    issues: sorted,
    standings: yield* Standings.of(sorted),
    severityChanges: yield* Sorted.of(changes, ({ at }) => at),
    severe: yield* Sorted.of(severe, ({ at }) => at),
    open: yield* Spells.of(open),
    stops: yield* Sorted.of(clocks.stops, ({ stoppedAt }) => stoppedAt),
    breaches: yield* Spells.of(clocks.breaches),
  }
}

/** The same at once, for those whom nobody waits for. */
export function readExitNow(replica: Replica, now: Instant, given?: GivenAt): ExitReading {
  return finish(readExit(replica, now, given))
}

export const zoneAt = ({ policies }: ExitReading, at: Instant): string => policies.at(at).calendar.zone

export const rowOf = ({ criteria }: ExitReading, builtIn: BuiltInCriterion): CriterionRow | undefined =>
  criteria.get(builtInKey(builtIn))
