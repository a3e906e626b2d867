import type { Severity } from '../model/issue'
import { raisedAt } from '../triage/as-of'
import type { VerdictState } from './daily-pack'
import { ageInDays } from './figures'
import { type IssueReading, isOpenNow, type Reading, wasOpenBefore } from './reading'
import { counted } from './words'

export interface Verdict {
  readonly state: VerdictState
  /** The state in one word or two, because it must never rest on colour alone. */
  readonly word: string
  /** Why, in plain words. */
  readonly reason: string
}

export const verdictRule =
  'Critical: any severity 1 issue is open. Watch: more severity 2 issues are open than a day before, or a ' +
  'severity 1 issue was raised in the last 24 hours, or an open issue has no severity yet. Steady: none of these.'

export function verdictOf(reading: Reading): Verdict {
  const { issues, engagement, asOf } = reading
  const severe = openOf(issues, 1)
  if (engagement.goLiveAt != null && engagement.goLiveAt > asOf) return notLiveYet(reading, severe.length)
  if (issues.length === 0)
    return { state: 'empty', word: 'Nothing to report', reason: 'No issue has been recorded yet.' }
  const trend = severityTwoTrend(issues)
  if (severe.length > 0) {
    const oldest = Math.max(...severe.map((issue) => ageInDays(issue, asOf)))
    const standing =
      oldest > 0 ? `, the oldest for ${counted(oldest, 'day')}` : ', all raised in the last 24 hours'
    const are = severe.length === 1 ? 'is' : 'are'
    const reason = `${counted(severe.length, 'severity 1 issue')} ${are} open${standing}; ${trend.words}.`
    return { state: 'critical', word: 'Critical', reason }
  }
  const worries = [
    trend.rose ? trend.words : undefined,
    lately(reading) ? 'a severity 1 issue was raised in the last 24 hours and has ended' : undefined,
    unset(issues),
  ].filter((worry) => worry !== undefined)
  if (worries.length > 0)
    return { state: 'watch', word: 'Watch', reason: `No severity 1 open; ${worries.join('; ')}.` }
  const nothing = !issues.some(isOpenNow)
  return {
    state: 'steady',
    word: 'Steady',
    reason: nothing ? 'No issue is open.' : `No severity 1 open; ${trend.words}.`,
  }
}

function notLiveYet({ issues }: Reading, severe: number): Verdict {
  const open = issues.filter(isOpenNow).length
  const most = severe > 0 ? `, ${severe.toLocaleString('en-GB')} of them severity 1` : ''
  const reason =
    open === 0
      ? 'The go-live is still to come, and no issue is open.'
      : `The go-live is still to come; ${counted(open, 'issue')} ${open === 1 ? 'is' : 'are'} open${most}.`
  return { state: 'not-live', word: 'Not live yet', reason }
}

function severityTwoTrend(issues: readonly IssueReading[]): {
  readonly rose: boolean
  readonly words: string
} {
  const now = openOf(issues, 2).length
  const before = issues.filter((issue) => wasOpenBefore(issue) && issue.before?.severity === 2).length
  if (now === before)
    return { rose: false, words: now === 0 ? 'no severity 2 open' : `severity 2 unchanged at ${now}` }
  return {
    rose: now > before,
    words: `severity 2 ${now > before ? 'rose' : 'fell'} from ${before} to ${now} since yesterday`,
  }
}

function lately({ issues, since }: Reading): boolean {
  return issues.some((issue) => issue.now.severity === 1 && raisedAt(issue.row) > since)
}

function unset(issues: readonly IssueReading[]): string | undefined {
  const count = openOf(issues, null).length
  if (count === 0) return undefined
  return `${counted(count, 'open issue')} ${count === 1 ? 'has' : 'have'} no severity yet`
}

function openOf(issues: readonly IssueReading[], severity: Severity | null): IssueReading[] {
  return issues.filter((issue) => isOpenNow(issue) && issue.now.severity === severity)
}
