import { clockWords, durationText } from '../clocks/clock-words'
import type { Replica } from '../merge/replica'
import { severities } from '../model/issue'
import { orphanWords } from '../ownership/orphan-words'
import { orphanReasons } from '../ownership/orphans'
import { roleWords } from '../ownership/role-words'
import { formatInstant } from '../time/format'
import { statusWords } from '../triage/words'
import { adoptionFigures } from './adoption-figures'
import { adoptionOf } from './adoption-lines'
import { ageBands } from './age-bands'
import { communicationOf } from './communication-lines'
import { hoursText } from './cover-figures'
import { demandOf } from './demand-tables'
import { effortFigures } from './effort-figures'
import { exitOf } from './exit-lines'
import { percentText, shareText } from './figure'
import { type FigureSummary, figuresOfWeek } from './figures'
import { forecastFigures } from './forecast-figures'
import { ageInDays } from './issue-picks'
import { loadOf } from './load-lines'
import { numberText } from './number-text'
import { forecastLines, planLines } from './outlook-lines'
import { bySeverityThenAge, commonPack, nameOf, ownerOf, room, titleOf } from './pack-parts'
import type { IssueReading } from './reading'
import { type ReportQuestion, scopeOf } from './report-question'
import { rhythmOf } from './rhythm-lines'
import { fewest, type JudgedClock, type JudgedKind, judgedKinds, percentile } from './service-levels'
import { patienceDays, type StuckIssue } from './stuck'
import { judgedOf, openBreaches, timed, tooFew } from './week-figures'
import { readWeeks, type WeekReading, type Weeks } from './week-reading'
import type { BreachLine, LevelRow, StuckLine, WeeklyPack, WeekPack } from './weekly-pack'
import { counted, reportedSeverities } from './words'

/** Figures on the first page, in this order. */
const glanced = [
  'exit-criteria-met',
  'exit-forecast',
  'acknowledge-attainment',
  'resolve-attainment',
  'open-breaches',
  'orphans',
  'training-gap-share-in-week',
]

const patchFigures = [
  'fixes-waiting',
  'retests-waiting',
  'patches-shipped-in-week',
  'patches-rolled-back-in-week',
  'failed-retest-share',
  'fix-lead-time-median',
  'fix-lead-time-ninth',
]

const rhythmFigures = [
  'risks-open',
  'risks-high',
  'decisions-made-in-week',
  'actions-open',
  'actions-overdue',
  'standups-held-in-week',
]

const teamFigures = [
  'time-on-shift-in-week',
  'time-outside-hours-in-week',
  'hero-index-in-week',
  'limit-breaches-in-week',
]

const communicationFigures = [
  'bulletins-sent-in-week',
  'bulletins-on-time-in-week',
  'issues-told-open',
  'issues-told-with-workaround',
  'bulletin-reach-in-week',
  'training-clusters-open',
  'training-clusters-without-action',
  'training-actions-open',
  'training-actions-overdue',
  'training-actions-done',
  'repeat-questions-before',
  'repeat-questions-after',
]

const explained: ReadonlySet<string> = new Set([
  'open',
  'open-severity-unset',
  'new-in-week',
  'resolved-in-week',
  'declined-in-week',
  'reopened-in-week',
  'severity-raised-in-week',
  'severity-lowered-in-week',
  'decisions-needed',
  'unclassified-in-week',
  'regression-share-in-week',
  'steady-state-alone-share',
  'coverage-gap-in-week',
  'coverage-gap-ahead',
  ...patchFigures,
  ...rhythmFigures,
  ...teamFigures,
  ...communicationFigures,
  ...adoptionFigures.map(({ id }) => id),
  'stuck',
  'reopened-rate-in-week',
  ...forecastFigures.map(({ id }) => id),
  ...effortFigures.map(({ id }) => id),
  ...glanced,
])

/** The weekly sponsor pack as of any instant, ready to be sent to the print page as JSON. */
export function weeklyPack(replica: Replica, question: ReportQuestion): WeeklyPack {
  const weeks = readWeeks(replica, question.asOf, scopeOf(replica, question))
  return weeklyPackOf(weeks, figuresOfWeek(weeks))
}

/** The same out of what is read and measured already. */
export function weeklyPackOf(weeks: Weeks, figures: readonly FigureSummary[]): WeeklyPack {
  return { kind: 'weekly', ...weekPackOf(weeks, figures, explained) }
}

/** What every pack over seven days says. `defined` are the figures that it explains on its last pages. */
export function weekPackOf(
  weeks: Weeks,
  figures: readonly FigureSummary[],
  defined: ReadonlySet<string>,
): WeekPack {
  const { week } = weeks
  const display = (id: string) => figures.find((figure) => figure.id === id)?.display ?? ''
  return {
    ...commonPack(week, figures, { glanced, explained: defined, patches: patchFigures }),
    serviceLevels: serviceLevelsOf(week),
    exit: exitOf(week),
    forecast: forecastLines(week, figures),
    plan: planLines(week),
    ageing: ageingOf(week),
    stuck: stuckOf(week),
    orphans: orphansOf(week),
    rhythm: rhythmOf(week, figures, rhythmFigures),
    coverage: coverageOf(week),
    load: loadOf(week, figures, teamFigures),
    communication: communicationOf(week, figures, communicationFigures),
    adoption: adoptionOf(week, figures),
    demand: {
      headline: display('training-gap-share-in-week'),
      reopened: display('reopened-rate-in-week'),
      ...demandOf(weeks),
    },
  }
}

function serviceLevelsOf(week: WeekReading): WeeklyPack['serviceLevels'] {
  const breaches = openBreaches(week.judged).sort(byBreach)
  return {
    notes: [
      `A clock is judged when it stops, or while it still runs beyond its target. These were judged in the last seven days, by the severity and the policy of their time.`,
      `Times are counted time: support hours where the policy says so, and none while an issue rests in a status that pauses its clock. Median and 90th percentile are of the clocks that stopped (nearest rank: a time that was really taken), and of at least ${fewest}.`,
    ],
    clocks: judgedKinds.map((kind) => ({
      title: clockWords[kind],
      levels: [
        ...severities.map((severity) =>
          levelRow(`Severity ${severity}`, targetText(week, kind, severity), judgedOf(week, kind, severity)),
        ),
        { ...levelRow('All', '', judgedOf(week, kind)), median: '', ninth: '' },
      ],
    })),
    breaches: {
      clocks: breaches.length,
      issues: new Set(breaches.map(({ issue }) => issue)).size,
      lines: breaches.slice(0, room.breaches).map((clock) => breachLine(clock, week)),
    },
  }
}

function levelRow(name: string, target: string, judged: readonly JudgedClock[]): LevelRow {
  const met = judged.filter((clock) => clock.met).length
  const times = timed(judged)
  const ranked = (percent: number) => {
    const ms = percentile(times, percent)
    return ms === undefined ? tooFew(times.length) : durationText(ms)
  }
  return {
    name,
    target,
    judged: judged.length,
    met,
    missed: judged.length - met,
    open: openBreaches(judged).length,
    inTime: judged.length === 0 ? 'none judged' : shareText(met, judged.length),
    median: ranked(50),
    ninth: ranked(90),
  }
}

function targetText(
  { policy }: WeekReading,
  kind: JudgedKind,
  severity: (typeof severities)[number],
): string {
  const target = policy.target(kind, severity)
  if (target === undefined) return 'none'
  return `${durationText(target)}${policy.isOnSupportHours(severity) ? ' of support' : ''}`
}

function breachLine({ issue, kind, target, counted, severity }: JudgedClock, week: WeekReading): BreachLine {
  return {
    key: nameOf(issue.row),
    title: titleOf(issue.row, room.shortTitle),
    severity,
    clock: clockWords[kind],
    over: durationText(counted - target),
    owner: ownerOf(issue, week),
  }
}

function ageingOf({ open, asOf }: WeekReading): WeeklyPack['ageing'] {
  const old = open.filter((issue) => ageInDays(issue, asOf) >= 7).length
  return {
    summary:
      open.length === 0
        ? 'No issue is open.'
        : `${numberText(old)} of ${counted(open.length, 'open issue')} (${percentText(old, open.length)}) ${old === 1 ? 'was' : 'were'} raised seven days ago or longer.`,
    bands: ageBands.map(({ label, from, to }) => {
      const within = open.filter((issue) => {
        const age = ageInDays(issue, asOf)
        return age >= from && age < to
      })
      return { label, open: bySeverity(within) }
    }),
  }
}

function stuckOf(week: WeekReading): WeeklyPack['stuck'] {
  const stuck = [...week.stuck].sort((a, b) => bySeverityThenAge(a.issue, b.issue))
  return {
    count: stuck.length,
    rule: `Open, and no change of status, severity or owner and no comment for longer than the update target of the severity; for ${patienceDays} days where none is set. Counted time, as above.`,
    lines: stuck.slice(0, room.stuck).map((one) => stuckLine(one, week)),
  }
}

function stuckLine({ issue, touchedAt, quiet, allowed }: StuckIssue, week: WeekReading): StuckLine {
  return {
    key: nameOf(issue.row),
    title: titleOf(issue.row, room.shortTitle),
    severity: issue.now.severity,
    status: statusWords[issue.now.status],
    touched: formatInstant(touchedAt, week.zone),
    quiet: durationText(quiet),
    allowed: durationText(allowed),
    owner: ownerOf(issue, week),
  }
}

function orphansOf({ orphans }: WeekReading): WeeklyPack['orphans'] {
  return {
    count: orphans.length,
    reasons: orphanReasons.map((reason) => {
      const issues = orphans.filter((orphan) => orphan.reason === reason).map(({ issue }) => issue)
      return { name: orphanWords[reason], open: bySeverity(issues), total: issues.length }
    }),
  }
}

function bySeverity(issues: readonly IssueReading[]): number[] {
  return reportedSeverities.map(
    (severity) => issues.filter((issue) => issue.now.severity === severity).length,
  )
}

/** Most severe first, then the longest overdue. */
function byBreach(a: JudgedClock, b: JudgedClock): number {
  const over = b.counted - b.target - (a.counted - a.target)
  return a.severity - b.severity || over || bySeverityThenAge(a.issue, b.issue)
}

function coverageOf({ cover }: WeekReading): WeeklyPack['coverage'] {
  return cover.roles.map(({ role, needed, onShift, missing, missingAhead }) => ({
    role: roleWords[role],
    needed: needed === 0 ? 'not told' : hoursText(needed),
    onShift: hoursText(onShift),
    missing: hoursText(missing),
    missingAhead: hoursText(missingAhead),
  }))
}
