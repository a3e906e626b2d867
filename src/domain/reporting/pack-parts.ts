import type { Row } from '../merge/row'
import { defaultPolicy } from '../model/engagement'
import type { Decision } from '../model/entities'
import type { Severity } from '../model/issue'
import { formatDay, formatInstant, formatShortDay, formatZone } from '../time/format'
import { dayOf } from '../time/zone'
import { type IssueRow, ownerAt, promisedAt } from '../triage/as-of'
import { statusWords } from '../triage/words'
import { clip } from './clip'
import { dailyFlow } from './daily-flow'
import { dayOfPlan } from './day-of-plan'
import type { FigureSummary } from './figures'
import {
  ageInDays,
  isDeclinedLately,
  isNew,
  isResolvedLately,
  isSevere,
  isWaitingForDecision,
  severityMove,
} from './issue-picks'
import { comparisonText } from './last-report'
import { numberText } from './number-text'
import type { ChangeGroup, CommonPack, DecisionLine, IssueLine, RegisterLine, ResolvedLine } from './pack'
import { patchesOf } from './patch-lines'
import type { IssueReading, Reading } from './reading'
import { openFigureId } from './standing-figures'
import { verdictOf, verdictRule } from './verdict'
import { nothing, withheldText } from './withholding'
import { counted, reportedSeverities, sentence } from './words'

/** How much of a list or of a text finds room on its page; the app shows all of it. */
export const room = {
  changes: 3,
  decisions: 4,
  register: 400,
  resolved: 60,
  breaches: 120,
  stuck: 120,
  title: 160,
  shortTitle: 90,
  key: 40,
  name: 60,
}

/** Which figures a pack shows where, by their ids. */
export interface PackFigures {
  /** On the first page, in this order. */
  readonly glanced: readonly string[]
  /** With its patches. */
  readonly patches: readonly string[]
  /** Defined on the last pages. */
  readonly explained: ReadonlySet<string>
}

/** What every pack says, in words. */
export function commonPack(
  reading: Reading,
  figures: readonly FigureSummary[],
  { glanced, patches, explained }: PackFigures,
): CommonPack {
  const { asOf, engagement, zone, open, period } = reading
  const named = new Map(figures.map((figure) => [figure.id, figure]))
  const changeOf = (id: string) => named.get(id)?.trend?.change ?? null
  const severities = reportedSeverities.map((severity) => ({
    severity,
    name: severityName(severity, reading),
    open: open.filter((issue) => issue.now.severity === severity).length,
    change: changeOf(openFigureId(severity)),
  }))
  return {
    version: 1,
    asOf,
    asOfText: formatInstant(asOf, zone),
    zoneText: formatZone(asOf, zone),
    withheld: withheldText(reading.redaction?.withholding ?? nothing),
    engagement: {
      name: clip(engagement.name || 'Unnamed engagement', room.shortTitle),
      client: clip(engagement.client ?? '', room.name),
      system: clip(engagement.system ?? '', room.name),
    },
    dayOfPlan: dayOfPlan(engagement, asOf, zone),
    missing: missingOf(reading),
    period: { heading: period.heading, meaning: period.meaning },
    comparison: comparisonText(reading),
    verdict: { ...verdictOf(reading), rule: verdictRule(period) },
    severities,
    total: { open: open.length, change: changeOf('open') },
    changes: changesOf(reading),
    decisions: decisionsOf(reading),
    flow: flowOf(reading),
    register: registerOf(reading),
    resolved: resolvedOf(reading),
    patches: patchesOf(reading, figures, patches),
    glance: glanced.flatMap((id) => {
      const figure = named.get(id)
      return figure ? [{ label: figure.label, display: figure.display, trend: figure.trend?.text ?? '' }] : []
    }),
    definitions: figures.filter(({ id }) => explained.has(id)).map(definitionOf),
  }
}

function missingOf({ unheard: { laptops, since }, zone }: Reading): string | null {
  if (since === undefined) return null
  return `Without the changes of ${counted(laptops.length, 'laptop')} since ${formatInstant(since, zone)}.`
}

function severityName(severity: Severity | null, { engagement }: Reading): string {
  if (severity === null) return 'No severity yet'
  const field = `severity.${severity}.name` as const
  return clip(engagement[field] || defaultPolicy[field], room.key)
}

function changesOf(reading: Reading): ChangeGroup[] {
  const group = (id: string, label: string, picks: (issue: IssueReading) => boolean): ChangeGroup => {
    const issues = reading.moved.filter(picks)
    const lines = issues.sort(bySeverityThenAge).slice(0, room.changes)
    return { id, label, count: issues.length, issues: lines.map(lineOf) }
  }
  return [
    group('new', 'New', isNew),
    group('resolved', 'Resolved', (issue) => isResolvedLately(issue, reading)),
    group('reopened', 'Reopened or returned', (issue) => issue.reopened),
    group('severity-raised', 'Severity raised', (issue) => severityMove(issue) < 0),
    group('severity-lowered', 'Severity lowered', (issue) => severityMove(issue) > 0),
    group('declined', 'Declined or duplicate', (issue) => isDeclinedLately(issue, reading)),
  ]
}

function decisionsOf(reading: Reading): CommonPack['decisions'] {
  const waiting = reading.open.filter(isWaitingForDecision).sort(bySeverityThenAge)
  const asked = [...reading.decisionsNeeded].sort(byDay)
  const count = asked.length + waiting.length
  const lines = [
    ...asked.map((row) => askedLine(row, reading)),
    ...waiting.slice(0, room.decisions).map(waitingLine),
  ]
  return { count, lines: lines.slice(0, room.decisions) }
}

function askedLine({ values }: Row<Decision>, { asOf, zone }: Reading): DecisionLine {
  return {
    key: null,
    title: clip(values.title || 'Untitled decision', room.shortTitle),
    askedOf: values.askedOf ? clip(values.askedOf, room.name) : null,
    neededBy: values.neededBy ? formatDay(values.neededBy) : null,
    overdue: values.neededBy != null && values.neededBy < dayOf(asOf, zone),
  }
}

function waitingLine({ row }: IssueReading): DecisionLine {
  return {
    key: nameOf(row),
    title: titleOf(row, room.shortTitle),
    askedOf: null,
    neededBy: null,
    overdue: false,
  }
}

function flowOf(reading: Reading): CommonPack['flow'] {
  const days = dailyFlow(reading).map((day) => ({ ...day, label: formatShortDay(day.day) }))
  const sum = (pick: (day: (typeof days)[number]) => number) =>
    days.reduce((total, day) => total + pick(day), 0)
  const came = sum((day) => day.in)
  const went = sum((day) => day.out)
  const net = came - went
  const balance =
    net === 0 ? 'no net change' : `${numberText(Math.abs(net))} ${net > 0 ? 'more' : 'fewer'} open`
  const span = `in ${counted(days.length, 'day')} to ${formatDay(dayOf(reading.asOf, reading.zone))}`
  const summary = sentence(`${span}, ${numberText(came)} came in and ${numberText(went)} ended: ${balance}`)
  return { days, summary }
}

function registerOf(reading: Reading): CommonPack['register'] {
  const severe = reading.open.filter(isSevere).sort(bySeverityThenAge)
  return {
    count: severe.length,
    lines: severe.slice(0, room.register).map((issue) => registerLine(issue, reading)),
  }
}

function registerLine(issue: IssueReading, reading: Reading): RegisterLine {
  const { asOf, zone } = reading
  const { row, now } = issue
  const due = promisedAt(row, asOf)
  return {
    key: nameOf(row),
    title: titleOf(row, room.title),
    severity: now.severity,
    status: statusWords[now.status],
    owner: ownerOf(issue, reading),
    ageDays: ageInDays(issue, asOf),
    nextUpdate: due === null ? null : formatInstant(due, zone),
    updateOverdue: due !== null && due < asOf,
    workaround: Boolean(row.values.workaround?.trim()),
    component: row.values.component ? clip(row.values.component, room.name) : null,
  }
}

function resolvedOf(reading: Reading): CommonPack['resolved'] {
  const resolved = reading.moved
    .filter(
      (issue) => issue.now.severity !== null && issue.now.severity < 3 && isResolvedLately(issue, reading),
    )
    .sort(bySeverityThenAge)
  return {
    count: resolved.length,
    lines: resolved.slice(0, room.resolved).map((issue) => resolvedLine(issue, reading)),
  }
}

function resolvedLine(issue: IssueReading, { asOf, zone }: Reading): ResolvedLine {
  const ended = issue.ended ?? asOf
  return {
    ...lineOf(issue),
    title: titleOf(issue.row, room.title),
    status: statusWords[issue.now.status],
    resolved: formatInstant(ended, zone),
    daysTaken: ageInDays(issue, ended),
  }
}

function lineOf({ row, now }: IssueReading): IssueLine {
  return { key: nameOf(row), title: titleOf(row, room.shortTitle), severity: now.severity }
}

/** Name of whoever had the issue; null where nobody did. */
export function ownerOf({ row }: IssueReading, { asOf, nameOfPerson }: Reading): string | null {
  const owner = ownerAt(row, asOf)
  return owner ? clip(nameOfPerson(owner), room.name) : null
}

export function nameOf(row: IssueRow): string {
  return clip(row.values.shortKey || row.values.externalKey || row.key, room.key)
}

export function titleOf(row: IssueRow, limit: number): string {
  return clip(row.values.title ?? '', limit) || 'Untitled'
}

function definitionOf({
  label,
  display,
  trend,
  definition,
  formula,
}: FigureSummary): CommonPack['definitions'][number] {
  return { label, display, trend: trend?.text ?? '', definition, formula }
}

/** Most severe first, then the oldest; keys settle the rest, so that every laptop prints the same order. */
export function bySeverityThenAge(a: IssueReading, b: IssueReading): number {
  const severity = (a.now.severity ?? 4) - (b.now.severity ?? 4)
  return severity || a.raised - b.raised || (a.row.key < b.row.key ? -1 : 1)
}

function byDay(a: Row<Decision>, b: Row<Decision>): number {
  const [dayA, dayB] = [a.values.neededBy ?? '9999-12-31', b.values.neededBy ?? '9999-12-31']
  return dayA === dayB ? (a.key < b.key ? -1 : 1) : dayA < dayB ? -1 : 1
}
