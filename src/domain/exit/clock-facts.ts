import { type ClockContext, livesOf, readClock } from '../clocks/clock'
import { assumedSeverity, type PolicyHistory } from '../clocks/policy'
import type { Instant } from '../model/value'
import { type JudgedKind, judgedKinds } from '../reporting/service-levels'
import { isEnded } from '../triage/as-of'
import type { IssueLife } from './issue-facts'
import type { Spell } from './spells'

/** A clock that stopped. It counts while the issue stays as it was: one that is reopened runs on. */
export interface ClockStop extends Spell {
  readonly issue: IssueLife
  readonly kind: JudgedKind
  readonly stoppedAt: Instant
  readonly met: boolean
}

/** A stretch in which a clock ran, or rested, beyond its target. */
export interface OpenBreach extends Spell {
  readonly issue: IssueLife
  readonly kind: JudgedKind
}

export interface ClockFacts {
  readonly stops: ClockStop[]
  readonly breaches: OpenBreach[]
}

const onlyResolve: readonly JudgedKind[] = ['resolve']

/**
 * How the promises to an issue were judged at every moment up to `now`. Between two changes of its status, its severity
 * and the policy nothing but time passes, so each such stretch is asked once, at its end.
 */
export function readClockFacts(
  issue: IssueLife,
  policies: PolicyHistory,
  now: Instant,
  { stops, breaches }: ClockFacts,
): void {
  const { row, phases, raised } = issue
  const acknowledgedAt = firstSign(issue)
  let isAcknowledged = false
  for (const [place, phase] of phases.entries()) {
    const next = phases[place + 1]?.from ?? Infinity
    if (phase.from > now) return
    const ended = isEnded(phase.status)
    for (const [from, until] of stretches(phase.from, Math.min(next, now + 1), [
      ...(acknowledgedAt === undefined ? [] : [acknowledgedAt]),
      ...(ended ? [] : policies.policies.map(({ since }) => since)),
    ])) {
      const last = until - 1
      const asksSign = acknowledgedAt !== undefined && acknowledgedAt <= last && !isAcknowledged
      if (!ended && !asksSign && !mayBeLate(issue, last, phase.severity, policies, isAcknowledged)) continue
      const context: ClockContext = { now: last, policies, commentedAt: () => undefined }
      for (const life of livesOf(row, context, phases, isAcknowledged ? onlyResolve : judgedKinds)) {
        const kind = life.kind as JudgedKind
        const clock = readClock(life, last)
        if (!clock || clock.state === 'withdrawn') continue
        const { stoppedAt, breached, dueAt } = clock
        // What has no later change holds on; it is only read up to now.
        const to = until > now || kind === 'acknowledge' ? Infinity : until
        if (stoppedAt !== undefined) stops.push({ issue, kind, stoppedAt, met: !breached, from, until: to })
        else if (breached && dueAt !== undefined)
          breaches.push({ issue, kind, from: Math.max(from, Math.floor(dueAt) + 1), until })
      }
      isAcknowledged ||= acknowledgedAt !== undefined && acknowledgedAt <= last
    }
  }

  function firstSign({ phases }: IssueLife): Instant | undefined {
    const left = phases.find(({ status }) => status !== 'new')?.from ?? Infinity
    const said = row.values.acknowledgedAt
    const first = Math.min(left, said == null ? Infinity : Math.max(said, raised))
    return first === Infinity ? undefined : first
  }
}

/** No clock counts faster than time passes, so most stretches need not be asked. */
function mayBeLate(
  { row, raised }: IssueLife,
  at: Instant,
  told: IssueLife['phases'][number]['severity'],
  policies: PolicyHistory,
  isAcknowledged: boolean,
): boolean {
  const severity = told ?? row.values.reportedSeverity ?? assumedSeverity
  const policy = policies.at(at)
  return judgedKinds.some((kind) => {
    if (kind === 'acknowledge' && isAcknowledged) return false
    const target = policy.target(kind, severity)
    return target !== undefined && at - raised > target
  })
}

function stretches(from: Instant, until: Instant, cuts: readonly Instant[]): [Instant, Instant][] {
  const within = [...new Set(cuts.filter((cut) => cut > from && cut < until))].sort((a, b) => a - b)
  return [from, ...within].map((start, place) => [start, within[place] ?? until])
}
