import { durationText } from '../clocks/clock-words'
import type { Instant } from '../model/value'
import type { Adrift } from '../ownership/adrift'
import { roleWords } from '../ownership/role-words'
import { numberText } from '../reporting/number-text'
import { counted } from '../reporting/words'
import type { CoverageGap } from '../rotation/coverage'
import { formatInstant } from '../time/format'
import type { IssueRow } from '../triage/as-of'
import type { NextStep, TodayBoard } from './board'
import { type IssueFigure, issueFigure } from './issue-figure'

/** More than a hand's fingers is a list again, not advice. */
const mostSteps = 5
const mostSingle = 2
const hour = 60 * 60_000

const issues = (text: string, figure: IssueFigure): NextStep[] =>
  figure.keys.length > 0 ? [{ text, opens: { kind: 'issues', figure } }] : []

/** Why an issue is in nobody's hands, after its key. */
const why: Readonly<Record<Adrift, string>> = {
  nobody: 'nobody owns it',
  left: 'its owner has left',
  away: 'its owner is on leave or off the rota',
  'off-shift': 'its owner is off shift',
  untouched: 'nobody has touched it for longer than promised',
  'between-teams': 'it is between the two teams',
}

/** At most five, the most pressing first. */
export function nextSteps(
  { asOf, zone, clocks, orphans, inbox, bySeverity, failedRetests }: Omit<TodayBoard, 'next'>,
  rows: ReadonlyMap<string, IssueRow>,
  gaps: readonly CoverageGap[] = [],
): NextStep[] {
  const reasonOf = (reason: string) => orphans?.byReason.find((group) => group.reason === reason)?.keys ?? []
  const critical = bySeverity.find(({ severity }) => severity === 1)?.keys ?? []
  const unowned = issueFigure(
    'Severity 1, nobody owns them',
    critical.filter((key) => !rows.get(key)?.values.owner),
  )
  const told = new Set<string>()
  const pressing = (clocks?.burning ?? [])
    .filter(({ dueAt, adrift }) => dueAt <= asOf + hour && adrift !== undefined)
    .filter(({ issue }) => !told.has(issue) && told.add(issue))
    .slice(0, mostSingle)
    .map(({ issue, called, dueAt, adrift }): NextStep => {
      return {
        text: `${called} breaches in ${durationText(dueAt - asOf)}${adrift === undefined ? '' : `: ${why[adrift]}`}`,
        opens: { kind: 'issue', key: issue },
      }
    })
  const late = (kind: string) =>
    clocks?.breachedByKind.find((group) => group.kind === kind) ?? issueFigure('')
  const left = reasonOf('left').length
  const waiting = issueFigure('In the inbox', [...inbox.new.keys, ...inbox.returned.keys])
  const steps = [
    ...pressing,
    ...issues(`${counted(unowned.keys.length, 'severity 1 issue')} without an owner: find one`, unowned),
    ...gaps.slice(0, 1).map((gap): NextStep => ({ text: shortOf(gap, asOf, zone), opens: { kind: 'rota' } })),
    ...issues(cameBack(failedRetests.keys.length), failedRetests),
    ...(waiting.keys.length > 0
      ? [
          {
            text: `${counted(waiting.keys.length, 'issue')} in the inbox: triage`,
            opens: { kind: 'triage' },
          } as const,
        ]
      : []),
    ...issues(holdsOver(inbox.holdOver.keys.length), inbox.holdOver),
    ...(left > 0 ? [{ text: belongTo(left), opens: { kind: 'ownership' } } as const] : []),
    ...issues(
      `Users wait for news of ${counted(late('update').keys.length, 'issue')}: tell them`,
      late('update'),
    ),
    ...issues(
      `${counted(late('resolve').keys.length, 'issue')} past the time to resolve: agree what comes next`,
      late('resolve'),
    ),
    ...(reasonOf('nobody').length > 0
      ? [
          {
            text: `${counted(reasonOf('nobody').length, 'issue')} without an owner: give them to somebody`,
            opens: { kind: 'ownership' },
          } as const,
        ]
      : []),
  ]
  return steps.slice(0, mostSteps)
}

function shortOf({ role, on, needed, from }: CoverageGap, now: Instant, zone: string): string {
  const when = from <= now ? 'just now' : `from ${formatInstant(from, zone)}`
  return `${roleWords[role]}: ${numberText(on)} of ${numberText(needed)} on ${when}: find somebody`
}

const holdsOver = (count: number) =>
  count === 1 ? '1 hold is over: take it up again' : `${numberText(count)} holds are over: take them up again`

const cameBack = (count: number) =>
  count === 1
    ? '1 fix failed its retest: take it up again'
    : `${numberText(count)} fixes failed their retest: take them up again`

const belongTo = (count: number) =>
  count === 1
    ? '1 issue belongs to somebody who has left: give it to somebody'
    : `${numberText(count)} issues belong to people who have left: give them to others`
