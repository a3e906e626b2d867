import type { ClockKind } from '../clocks/policy'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'

interface MomentOfIssue {
  /** The same for the same thing, however often it is found: nothing is told twice. */
  readonly id: string
  readonly issue: string
  readonly severity: Severity
  /** When it happens, or did. */
  readonly at: Instant
}

/** A clock will use up its target soon, or has. */
export interface ClockMoment extends MomentOfIssue {
  readonly kind: 'warning' | 'breached'
  readonly clock: ClockKind
  readonly dueAt: Instant
}

export interface OtherMoment extends MomentOfIssue {
  readonly kind: 'raised' | 'hold-over'
}

export type IssueMoment = ClockMoment | OtherMoment

/** Where something of the team's day is seen. */
export type DayPlace = 'bulletins' | 'standups' | 'shift-notes' | 'rota' | 'patches'

/** Something of the team's day, in words of its own: a standup begins, a note waits. */
export interface DayMoment {
  readonly id: string
  readonly kind: 'day'
  /** When somebody is to be told. */
  readonly at: Instant
  readonly title: string
  readonly body: string
  readonly place: DayPlace
  /** However late this laptop hears of it, it is no history: it waits until somebody has done something. */
  readonly waits?: true
  /** It is about no issue. */
  readonly issue?: undefined
  readonly severity?: undefined
}

/** Something that somebody may have to be told of. */
export type Moment = IssueMoment | DayMoment

export function clockMoment(
  kind: ClockMoment['kind'],
  about: Pick<ClockMoment, 'issue' | 'severity' | 'clock' | 'dueAt'>,
  at: Instant,
): ClockMoment {
  return { id: `${kind}:${about.clock}:${about.dueAt}:${about.issue}`, kind, at, ...about }
}

/** An issue becomes severity 1 once: setting it back to 1, by hand or by undo, is no news. */
export function raisedMoment(issue: string, at: Instant): OtherMoment {
  return { id: `raised:${issue}`, kind: 'raised', issue, severity: 1, at }
}

export function holdOverMoment(issue: string, severity: Severity, at: Instant): OtherMoment {
  return { id: `hold-over:${at}:${issue}`, kind: 'hold-over', issue, severity, at }
}

/** What the planner asks of an engagement. */
export interface Moments {
  /** What happens after one instant and up to another, in any order. The past of what has only just arrived is not in it. */
  between(after: Instant, upTo: Instant): readonly Moment[]
  /** When something happens next. */
  nextAfter(instant: Instant): Instant | undefined
  /** What counts although it arrived late: issues that have become severity 1, as far back as the planner may care; what waits. */
  raised(): readonly Moment[]
  /** Whether it still is so: what was resolved in the meantime is no news any more. */
  stands(moment: Moment): boolean
}

/** Several sources as one; each knows its own moments. */
export function allMoments(sources: readonly Moments[]): Moments {
  return {
    between: (after, upTo) => sources.flatMap((source) => source.between(after, upTo)),
    nextAfter(instant) {
      const next = sources.flatMap((source) => source.nextAfter(instant) ?? [])
      return next.length > 0 ? Math.min(...next) : undefined
    },
    raised: () => sources.flatMap((source) => source.raised()),
    stands: (moment) => sources.some((source) => source.stands(moment)),
  }
}
