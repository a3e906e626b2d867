import type { Replica } from '@domain/merge/replica'
import { endedStatuses, type IssueStatus, type Severity } from '@domain/model/issue'
import type { Instant } from '@domain/model/value'
import { raisedAt, severityAt, statusAt } from '@domain/triage/as-of'

const minute = 60_000
const week = 7 * 24 * 60 * minute

/** Minutes promised, all counted around the clock. */
export interface NaivePromise {
  readonly acknowledge: number
  readonly resolve: number
}

export interface NaiveClock {
  readonly key: string
  readonly severity: Severity
  readonly minutes: number
  readonly met: boolean
  readonly open: boolean
}

export interface NaiveWeek {
  readonly acknowledge: NaiveClock[]
  readonly resolve: NaiveClock[]
  readonly ended: string[]
  readonly back: string[]
}

/**
 * Service levels of a week the long way: every issue is asked minute by minute what it was. Holds where changes happen
 * on whole minutes, all time counts, and the resolve clock rests on hold.
 */
export function naiveWeek(
  replica: Replica,
  asOf: Instant,
  promises: Readonly<Record<Severity, NaivePromise>>,
): NaiveWeek {
  const found: NaiveWeek = { acknowledge: [], resolve: [], ended: [], back: [] }
  const since = asOf - week
  for (const row of replica.rows('issue').values()) {
    const raised = raisedAt(row)
    if (row.values.removed === true || raised > asOf) continue
    const statusOf = (at: Instant) => statusAt(row, at) as IssueStatus
    const isOver = (at: Instant) => endedStatuses.has(statusOf(at))
    let acknowledgedAt: Instant | undefined
    let endedAt: Instant | undefined
    let resolving = 0
    let ended = false
    let back = false
    for (let at = raised; at <= asOf; at += minute) {
      if (acknowledgedAt === undefined && statusOf(at) !== 'new') acknowledgedAt = at
      if (at > raised) {
        if (!isOver(at - minute) && statusOf(at - minute) !== 'on-hold') resolving++
        if (isOver(at) && !isOver(at - minute) && at > since) ended = true
        if (!isOver(at) && isOver(at - minute) && at > since) back = true
      }
      if (isOver(at)) endedAt ??= at
      else endedAt = undefined
    }
    if (ended) found.ended.push(row.key)
    if (back) found.back.push(row.key)
    const judge = (kind: 'acknowledge' | 'resolve', stoppedAt: Instant | undefined, minutes: number) => {
      const severity = severityAt(row, stoppedAt ?? asOf) ?? 3
      const met = minutes <= promises[severity][kind]
      const open = stoppedAt === undefined
      if (open ? met : stoppedAt <= since) return
      found[kind].push({ key: row.key, severity, minutes, met, open })
    }
    judge('acknowledge', acknowledgedAt, ((acknowledgedAt ?? asOf) - raised) / minute)
    const status = statusOf(asOf)
    if (status !== 'declined' && status !== 'duplicate') judge('resolve', endedAt, resolving)
  }
  return found
}

/** The nearest rank, counted out: the first value, in order, that enough of them do not exceed. */
export function naivePercentile(values: readonly number[], percent: number): number | null {
  if (values.length < 5) return null
  const sorted = [...values].sort((a, b) => a - b)
  const enough = (value: number) =>
    sorted.filter((other) => other <= value).length * 100 >= percent * sorted.length
  return sorted.find(enough) ?? null
}
