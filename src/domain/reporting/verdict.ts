import type { Severity } from '../model/issue'
import { ageInDays, isNew } from './issue-picks'
import { numberText } from './number-text'
import type { VerdictState } from './pack'
import type { Period } from './period'
import { type IssueReading, type Reading, wasOpenBefore } from './reading'
import { counted } from './words'

export interface Verdict {
  readonly state: VerdictState
  /** The state in one word or two, because it must never rest on colour alone. */
  readonly word: string
  /** Why, in plain words. */
  readonly reason: string
}

/** The rule by which the verdict is reached, printed with it. */
export function verdictRule({ before, lately }: Period): string {
  return (
    `Critical: any severity 1 issue is open. Watch: more severity 2 issues are open than ${before}, or a ` +
    `severity 1 issue was raised ${lately}, or an open issue has no severity yet. Steady: none of these.`
  )
}

export function verdictOf(reading: Reading): Verdict {
  const { issues, open, engagement, asOf, period } = reading
  const severe = openOf(open, 1)
  if (engagement.goLiveAt != null && engagement.goLiveAt > asOf) return notLiveYet(reading, severe.length)
  if (issues.length === 0)
    return { state: 'empty', word: 'Nothing to report', reason: 'No issue has been recorded yet.' }
  const trend = severityTwoTrend(reading)
  if (severe.length > 0) {
    const oldest = severe.reduce((most, issue) => Math.max(most, ageInDays(issue, asOf)), 0)
    const standing =
      oldest > 0 ? `, the oldest for ${counted(oldest, 'day')}` : ', all raised in the last 24 hours'
    const are = severe.length === 1 ? 'is' : 'are'
    const reason = `${counted(severe.length, 'severity 1 issue')} ${are} open${standing}; ${trend.words}.`
    return { state: 'critical', word: 'Critical', reason }
  }
  const worries = [
    trend.rose ? trend.words : undefined,
    lately(reading) ? `a severity 1 issue was raised ${period.lately} and has ended` : undefined,
    unset(open),
  ].filter((worry) => worry !== undefined)
  if (worries.length > 0)
    return { state: 'watch', word: 'Watch', reason: `No severity 1 open; ${worries.join('; ')}.` }
  return {
    state: 'steady',
    word: 'Steady',
    reason: open.length === 0 ? 'No issue is open.' : `No severity 1 open; ${trend.words}.`,
  }
}

function notLiveYet({ open }: Reading, severe: number): Verdict {
  const are = `${counted(open.length, 'issue')} ${open.length === 1 ? 'is' : 'are'} open`
  const most = severe > 0 ? `, ${numberText(severe)} of severity 1` : ''
  const reason = `The go-live is still to come${open.length === 0 ? ', and no issue is open.' : `; ${are}${most}.`}`
  return { state: 'not-live', word: 'Not live yet', reason }
}

interface Trend {
  readonly rose: boolean
  readonly words: string
}

function severityTwoTrend({ open, issues, period }: Reading): Trend {
  const now = openOf(open, 2).length
  const before = issues.reduce(
    (count, issue) => count + Number(wasOpenBefore(issue) && issue.before?.severity === 2),
    0,
  )
  if (now === before)
    return { rose: false, words: now === 0 ? 'no severity 2 open' : `severity 2 unchanged at ${now}` }
  const way = now > before ? 'rose' : 'fell'
  return { rose: now > before, words: `severity 2 ${way} from ${before} to ${now} ${period.since}` }
}

function lately({ moved }: Reading): boolean {
  return moved.some((issue) => issue.now.severity === 1 && isNew(issue))
}

function unset(open: readonly IssueReading[]): string | undefined {
  const count = openOf(open, null).length
  if (count === 0) return undefined
  return `${counted(count, 'open issue')} ${count === 1 ? 'has' : 'have'} no severity yet`
}

function openOf(open: readonly IssueReading[], severity: Severity | null): IssueReading[] {
  return open.filter((issue) => issue.now.severity === severity)
}
