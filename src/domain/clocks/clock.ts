import { standsSince } from '../merge/apply'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import { endedAt, type IssueRow, isEnded, type Phase, phaseAt, phasesOf, raisedAt } from '../triage/as-of'
import { assumedSeverity, type ClockKind, type ClockPolicy, clockKinds, type PolicyHistory } from './policy'

/**
 * Where a clock stands. `running` counts now or when support opens; `paused` rests by its issue's status; `stopped`
 * has done its work; `withdrawn` is of an issue that was declined or is another's duplicate, and judges nobody.
 */
export type ClockState = 'running' | 'paused' | 'stopped' | 'withdrawn'

export interface ClockReading {
  readonly kind: ClockKind
  readonly state: ClockState
  /** The severity whose promise holds, and whether that is only assumed. */
  readonly severity: Severity
  readonly assumed: boolean
  readonly policy: ClockPolicy
  /** Milliseconds of counted time that were promised. */
  readonly target: number
  readonly startedAt: Instant
  readonly stoppedAt: Instant | undefined
  /** Milliseconds counted until it stopped, or until now. */
  readonly counted: number
  /**
   * When the target is used up, or was. Undefined while that cannot be told: the clock is paused within its target,
   * it stopped in time, or its calendar has no hours.
   */
  readonly dueAt: Instant | undefined
  /** Whether the due moment passed before the clock stopped, or has passed by now; never where it is withdrawn. */
  readonly breached: boolean
}

export interface ClockContext {
  readonly now: Instant
  readonly policies: PolicyHistory
  /** When the users were last told something of an issue, by a comment; undefined when they never were. */
  readonly commentedAt: (issue: string) => Instant | undefined
}

/** A stretch of an issue's life in which a clock runs or rests. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly rests: boolean
  readonly phase: Phase
}

/** What a clock is read from. */
export interface ClockLife {
  readonly kind: ClockKind
  readonly startedAt: Instant
  readonly stoppedAt: Instant | undefined
  readonly withdrawn: boolean
  readonly stretches: readonly Stretch[]
  readonly severity: Severity
  readonly assumed: boolean
  readonly policy: ClockPolicy
  /** A promise made by hand in place of the target. */
  readonly promisedAt: Instant | undefined
}

/** All clocks of an issue that somebody has promised something for; none of one that is removed or not raised yet. */
export function clocksOf(row: IssueRow, context: ClockContext): readonly ClockReading[] {
  const readings: ClockReading[] = []
  for (const life of livesOf(row, context)) {
    const reading = readClock(life, context.now)
    if (reading) readings.push(reading)
  }
  return readings
}

/** The same without those that have done their work. */
export function unstoppedClocksOf(row: IssueRow, context: ClockContext): readonly ClockReading[] {
  const readings: ClockReading[] = []
  for (const life of livesOf(row, context)) {
    const reading = life.stoppedAt === undefined ? readClock(life, context.now) : undefined
    if (reading) readings.push(reading)
  }
  return readings
}

/** How the clocks of an issue, or those of some kinds, came to be where they are. */
export function livesOf(
  row: IssueRow,
  context: ClockContext,
  phases: readonly Phase[] = phasesOf(row),
  kinds: readonly ClockKind[] = clockKinds,
): readonly ClockLife[] {
  if (phases.length === 0 || raisedAt(row) > context.now) return []
  const lives: ClockLife[] = []
  for (const kind of kinds) {
    const life = lifeOf[kind](row, phases, context)
    if (life) lives.push(life)
  }
  return lives
}

const lifeOf: Readonly<
  Record<ClockKind, (row: IssueRow, phases: readonly Phase[], context: ClockContext) => ClockLife | undefined>
> = { acknowledge: acknowledging, update: updating, resolve: resolving }

export function readClock(life: ClockLife, now: Instant): ClockReading | undefined {
  const { kind, policy, severity, assumed, startedAt, stoppedAt, withdrawn, stretches, promisedAt } = life
  const workingTime = policy.workingTime(severity)
  const promised = promisedAt === undefined ? undefined : workingTime.between(startedAt, promisedAt)
  const target = promised ?? policy.target(kind, severity)
  if (target === undefined) return undefined
  let counted = 0
  let dueAt = promisedAt ?? (target <= 0 ? startedAt : undefined)
  for (const { from, to, rests } of stretches) {
    if (rests) continue
    const here = workingTime.between(from, to)
    if (dueAt === undefined && counted + here >= target) dueAt = workingTime.after(from, target - counted)
    counted += here
  }
  const last = stretches.at(-1)
  const isRunning = stoppedAt === undefined
  const isPaused = isRunning && last?.rests === true
  if (isRunning && !isPaused && dueAt === undefined) dueAt = workingTime.after(now, target - counted)
  // By the moment, not by the sum: what is due when support closes is late that evening, though nothing counts then.
  const breached = !withdrawn && dueAt !== undefined && (stoppedAt ?? now) > dueAt
  const state = withdrawn ? 'withdrawn' : isPaused ? 'paused' : isRunning ? 'running' : 'stopped'
  return {
    kind,
    state,
    severity,
    assumed,
    policy,
    target,
    startedAt,
    stoppedAt,
    counted,
    dueAt: isRunning || breached ? dueAt : undefined,
    breached,
  }
}

/** From being raised to the first sign that somebody has taken the issue up. */
function acknowledging(row: IssueRow, phases: readonly Phase[], context: ClockContext): ClockLife {
  const startedAt = raisedAt(row)
  const left = phases.find(({ status }) => status !== 'new')?.from
  // A laptop whose clock is behind can have taken it up before it was raised.
  const said = row.values.acknowledgedAt == null ? undefined : Math.max(row.values.acknowledgedAt, startedAt)
  const first = Math.min(left ?? Infinity, said ?? Infinity)
  const stoppedAt = first <= context.now ? first : undefined
  const to = stoppedAt ?? context.now
  return {
    kind: 'acknowledge',
    startedAt,
    stoppedAt,
    withdrawn: false,
    stretches: [{ from: startedAt, to, rests: false, phase: phases[0] as Phase }],
    promisedAt: undefined,
    ...judgedAt(row, phases, to, context.policies),
  }
}

/** From being raised to being resolved; a reopened issue goes on where it was. */
function resolving(row: IssueRow, phases: readonly Phase[], context: ClockContext): ClockLife {
  const startedAt = raisedAt(row)
  const stoppedAt = endedAt(phases, context.now)
  const to = stoppedAt ?? context.now
  const judged = judgedAt(row, phases, to, context.policies)
  const status = phaseAt(phases, context.now)?.status
  const stretches = phases.flatMap((phase, place): Stretch[] => {
    const until = Math.min(phases[place + 1]?.from ?? Infinity, to)
    const rests = isEnded(phase.status) || judged.policy.pauses(phase.status)
    // A phase that begins right now has no length yet, but tells whether the clock rests.
    const isNow = phase.from === to && stoppedAt === undefined
    return phase.from < until || isNow ? [{ from: phase.from, to: until, rests, phase }] : []
  })
  return {
    kind: 'resolve',
    startedAt,
    stoppedAt,
    withdrawn: status === 'declined' || status === 'duplicate',
    stretches,
    promisedAt: undefined,
    ...judged,
  }
}

/** From the last news to the next that is owed; only while an issue is open, also while it is on hold. */
function updating(row: IssueRow, phases: readonly Phase[], context: ClockContext): ClockLife | undefined {
  const { now, policies, commentedAt } = context
  const phase = phaseAt(phases, now)
  if (!phase || isEnded(phase.status)) return undefined
  const told = commentedAt(row.key) ?? -Infinity
  const startedAt = Math.min(now, Math.max(phase.from, told))
  return {
    kind: 'update',
    startedAt,
    stoppedAt: undefined,
    withdrawn: false,
    stretches: [{ from: startedAt, to: now, rests: false, phase }],
    promisedAt: promiseThatStands(row, startedAt, told),
    ...judgedAt(row, phases, now, policies),
  }
}

/** People write a promise and the comment that announces it one after the other, in either order. */
const sameTelling = 15 * 60_000

/** A promised update is settled by news once it is due, or by a comment before; not by the one that announced it. */
function promiseThatStands(row: IssueRow, lastNews: Instant, told: Instant): Instant | undefined {
  const promisedAt = row.values.nextUpdateDue ?? undefined
  if (promisedAt === undefined || promisedAt <= lastNews) return undefined
  return told > standsSince(row, 'nextUpdateDue') + sameTelling ? undefined : promisedAt
}

/** The severity and the policy that hold at an instant, for the whole clock: a change counts again from the raising. */
function judgedAt(row: IssueRow, phases: readonly Phase[], at: Instant, policies: PolicyHistory) {
  const told = phaseAt(phases, at)?.severity ?? row.values.reportedSeverity
  return { severity: told ?? assumedSeverity, assumed: told == null, policy: policies.at(at) }
}
