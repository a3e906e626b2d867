import { clockWords } from '../clocks/clock-words'
import {
  type IssueClass,
  type IssueOrigin,
  issueClasses,
  issueOrigins,
  type Severity,
  severities,
} from '../model/issue'
import { orphanWords } from '../ownership/orphan-words'
import { orphanReasons } from '../ownership/orphans'
import { classWords, originWords } from '../triage/words'
import { type AgeBand, ageBands } from './age-bands'
import { commonest, hasName, type NamedField } from './demand'
import { shareText } from './figure'
import { type FigureDefinition, inputOf, openMeans, percent } from './figure-definition'
import { ageInDays } from './issue-picks'
import type { IssueReading } from './reading'
import { fewest, type JudgedClock, type JudgedKind, judgedKinds, percentile } from './service-levels'
import { patienceDays } from './stuck'
import type { WeekReading } from './week-reading'

type WeekFigure = FigureDefinition<WeekReading>

const minute = 60_000
const week = 'in the seven days before the data was taken'
const judgedMeans =
  'A clock is judged when it stops, or while it still runs beyond its target, by the policy of its time.'

/** Judged clocks of one kind, of one severity or (undefined) of all. */
export function judgedOf({ judged }: WeekReading, kind: JudgedKind, severity?: Severity): JudgedClock[] {
  return judged.filter(
    (clock) => clock.kind === kind && (severity === undefined || clock.severity === severity),
  )
}

/** Those that have stopped: only what is over can be timed. */
export function timed(clocks: readonly JudgedClock[]): number[] {
  return clocks.filter(({ open }) => !open).map(({ counted }) => counted)
}

export function openBreaches(clocks: readonly JudgedClock[]): JudgedClock[] {
  return clocks.filter(({ open }) => open)
}

/** Figures that only a report over a week shows. */
export const weekFigures: readonly WeekFigure[] = [
  ...judgedKinds.flatMap((kind) => [
    attainment(kind, undefined),
    ...severities.map((severity) => attainment(kind, severity)),
    ...severities.map((severity) => time(kind, severity, 50)),
    ...severities.map((severity) => time(kind, severity, 90)),
    breachesOf(kind),
  ]),
  {
    id: 'open-breaches',
    label: 'Issues with an open breach',
    unit: 'issues',
    isHeadline: true,
    definition:
      'Issues whose acknowledge or resolve clock has used up its target and is not stopped. One with both counts once.',
    formula: 'count of issues with a clock not stopped and counted time > target',
    measure: ({ judged }) => counted([...new Set(openBreaches(judged).map(({ issue }) => issue))]),
  },
  ...ageBands.map(openInBand),
  {
    id: 'stuck',
    label: 'Stuck',
    unit: 'issues',
    isHeadline: true,
    definition: `Open issues with no change of status, severity or owner and no comment for longer than their update target, or for ${patienceDays} days where none is set.`,
    formula: 'count of open issues with counted time since the last such change or comment > update target',
    measure: ({ stuck, open }) => ({
      ...counted(stuck.map(({ issue }) => issue)),
      inputs: [inputOf('Open issues', open.length)],
    }),
  },
  {
    id: 'orphans',
    label: 'Orphans',
    unit: 'issues',
    isHeadline: true,
    definition: `Open issues that nobody really has: ${orphanReasons.map((reason) => orphanWords[reason].toLowerCase()).join('; ')}.`,
    formula: 'count of open issues with any of these reasons, each under the gravest',
    measure: ({ orphans, open }) => ({
      ...counted(orphans.map(({ issue }) => issue)),
      inputs: [inputOf('Open issues', open.length)],
    }),
  },
  ...orphanReasons.map(
    (reason): WeekFigure => ({
      id: `orphans-${reason}`,
      label: `Orphans: ${orphanWords[reason].toLowerCase()}`,
      unit: 'issues',
      definition: 'Open issues that are orphans for this reason and for none that is graver.',
      formula: `count of orphans with the reason “${orphanWords[reason].toLowerCase()}”`,
      measure: ({ orphans }) =>
        counted(orphans.filter((orphan) => orphan.reason === reason).map(({ issue }) => issue)),
    }),
  ),
  {
    id: 'training-gap-share-in-week',
    label: 'Training gaps among new classified issues',
    unit: 'percent',
    isHeadline: true,
    rowsAre: 'sources',
    definition: `How many of the issues raised ${week}, that have been given a class, are training gaps rather than faults.`,
    formula: 'count of issues raised with class training gap ÷ count of issues raised with any class',
    measure: ({ demand }) =>
      share(demand, ({ row }) => row.values.class === 'training-gap', classified, [
        'Training gaps',
        'Issues raised with a class',
      ]),
  },
  ...issueClasses.map(raisedAs),
  {
    id: 'unclassified-in-week',
    label: 'Raised in seven days: not classified yet',
    unit: 'issues',
    definition: `Issues raised ${week} to which nobody has given a class.`,
    formula: 'count of issues raised with no class',
    measure: ({ demand }) => counted(demand.filter((issue) => !classified(issue))),
  },
  {
    id: 'regression-share-in-week',
    label: 'Regressions among new issues of known origin',
    unit: 'percent',
    rowsAre: 'sources',
    definition: `How many of the issues raised ${week}, whose origin is known, came with the release.`,
    formula: 'count of issues raised with origin regression ÷ count of issues raised with any origin',
    measure: ({ demand }) =>
      share(
        demand,
        ({ row }) => row.values.origin === 'regression',
        ({ row }) => Boolean(row.values.origin),
        ['Regressions', 'Issues raised with an origin'],
      ),
  },
  ...issueOrigins.map(raisedFrom),
  {
    id: 'origin-unknown-in-week',
    label: 'Raised in seven days: origin not told yet',
    unit: 'issues',
    definition: `Issues raised ${week} of which nobody has said whether they came with the release.`,
    formula: 'count of issues raised with no origin',
    measure: ({ demand }) => counted(demand.filter(({ row }) => !row.values.origin)),
  },
  {
    id: 'reopened-rate-in-week',
    label: 'Reopened rate',
    unit: 'percent',
    isHeadline: true,
    rowsAre: 'sources',
    definition: `How many of the issues that ended or came back ${week} came back. Each counts once, and only a way back from an ended status counts: a failed retest is none.`,
    formula: 'count of issues that came back from an end ÷ count of issues that ended or came back',
    measure: ({ back, endedOrBack }) => ({
      value: percent(back.length, endedOrBack.length),
      display: shareText(back.length, endedOrBack.length),
      issues: back,
      inputs: [inputOf('Came back', back.length), inputOf('Ended or came back', endedOrBack.length)],
    }),
  },
]

/** Figures named by what the engagement's own issues say most often. */
export function commonestFigures(reading: WeekReading): WeekFigure[] {
  return [
    ...namedFigures(reading, 'component', 'component', 'component'),
    ...namedFigures(reading, 'processArea', 'process-area', 'process area'),
  ]
}

function namedFigures({ demand }: WeekReading, field: NamedField, id: string, words: string): WeekFigure[] {
  return commonest(demand, field).map(({ name, issues }, place) => ({
    id: `${id}-${place + 1}-in-week`,
    label: `Raised in seven days: ${words} ${name}`,
    unit: 'issues',
    definition: `Issues raised ${week} in this ${words}, one of the commonest. The share is of those that tell theirs.`,
    formula: `count of issues raised with this ${words}`,
    measure: ({ demand }) => {
      const named = demand.filter(hasName(field)).length
      return {
        ...counted(issues),
        display: shareText(issues.length, named),
        inputs: [inputOf(`Issues raised that tell their ${words}`, named)],
      }
    },
  }))
}

function attainment(kind: JudgedKind, severity: Severity | undefined): WeekFigure {
  const of = severity === undefined ? '' : `, severity ${severity}`
  return {
    id: severity === undefined ? `${kind}-attainment` : `${kind}-attainment-severity-${severity}`,
    label: `${clockWords[kind]} in time${of}`,
    unit: 'percent',
    rowsAre: 'sources',
    ...(severity === undefined && { isHeadline: true }),
    definition: `How many of the ${kind} clocks judged ${week} kept their target. ${judgedMeans}`,
    formula: 'count of clocks met ÷ count of clocks judged (missed ones are listed first)',
    measure: (reading) => {
      const judged = judgedOf(reading, kind, severity)
      const met = judged.filter((clock) => clock.met)
      const missed = judged.filter((clock) => !clock.met)
      return {
        value: percent(met.length, judged.length),
        display: shareText(met.length, judged.length),
        issues: [...missed, ...met].map(({ issue }) => issue),
        inputs: [inputOf('Clocks met', met.length), inputOf('Clocks judged', judged.length)],
      }
    },
  }
}

function time(kind: JudgedKind, severity: Severity, rank: 50 | 90): WeekFigure {
  const called = rank === 50 ? 'median' : '90th percentile'
  return {
    id: `${kind}-${rank === 50 ? 'median' : 'p90'}-severity-${severity}`,
    label: `Time to ${kind}, ${called}, severity ${severity}`,
    unit: 'minutes',
    rowsAre: 'sources',
    definition: `${rank === 50 ? 'Half' : 'Nine in ten'} of the ${kind} clocks stopped ${week} took no longer. Only time that counts by the policy is counted.`,
    formula: `${called} (nearest rank) of counted time over clocks stopped; none under ${fewest} clocks`,
    measure: (reading) => {
      const stopped = judgedOf(reading, kind, severity).filter(({ open }) => !open)
      const issues = stopped.map(({ issue }) => issue)
      const ms = percentile(timed(stopped), rank)
      const inputs = [inputOf('Clocks stopped', stopped.length)]
      if (ms !== undefined) return { value: ms / minute, issues, inputs }
      return { value: null, display: tooFew(stopped.length), issues, inputs }
    },
  }
}

/** What stands in the place of a percentile of so few. */
export function tooFew(count: number): string {
  return count === 0 ? 'none stopped' : `too few (${count})`
}

function breachesOf(kind: JudgedKind): WeekFigure {
  return {
    id: `${kind}-open-breaches`,
    label: `Open breaches: ${clockWords[kind].toLowerCase()}`,
    unit: 'issues',
    definition: `Issues whose ${kind} clock has used up its target and is not stopped.`,
    formula: `count of issues with the ${kind} clock not stopped and counted time > target`,
    measure: (reading) => counted(openBreaches(judgedOf(reading, kind)).map(({ issue }) => issue)),
  }
}

function openInBand({ id, label, from, to }: AgeBand): WeekFigure {
  const days = to === Number.POSITIVE_INFINITY ? `≥ ${from} days` : `from ${from} to under ${to} days`
  return {
    id: `open-age-${id}`,
    label: `Open for ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    unit: 'issues',
    definition: `Open issues by the time since they were raised. ${openMeans}`,
    formula: `count of open issues with data as of − raised time ${days}`,
    measure: ({ open, asOf }) =>
      counted(
        open.filter((issue) => {
          const age = ageInDays(issue, asOf)
          return age >= from && age < to
        }),
      ),
  }
}

function raisedAs(kind: IssueClass): WeekFigure {
  const words = classWords[kind].toLowerCase()
  return {
    id: `${kind}-in-week`,
    label: `Raised in seven days: ${words}`,
    unit: 'issues',
    definition: `Issues raised ${week} whose class is now ${words}.`,
    formula: `count of issues raised with class ${words}`,
    measure: ({ demand }) => counted(demand.filter(({ row }) => row.values.class === kind)),
  }
}

function raisedFrom(origin: IssueOrigin): WeekFigure {
  const words = originWords[origin].toLowerCase()
  return {
    id: `${origin}-in-week`,
    label: `Raised in seven days: ${words}`,
    unit: 'issues',
    definition: `Issues raised ${week} whose origin is now ${words}.`,
    formula: `count of issues raised with origin ${words}`,
    measure: ({ demand }) => counted(demand.filter(({ row }) => row.values.origin === origin)),
  }
}

const classified = ({ row }: IssueReading) => Boolean(row.values.class)

function counted(issues: readonly IssueReading[]) {
  return { value: issues.length, issues }
}

function share(
  among: readonly IssueReading[],
  picks: (issue: IssueReading) => boolean,
  told: (issue: IssueReading) => boolean,
  [part, whole]: readonly [string, string],
) {
  const all = among.filter(told)
  const issues = all.filter(picks)
  return {
    value: percent(issues.length, all.length),
    display: shareText(issues.length, all.length),
    issues,
    inputs: [inputOf(part, issues.length), inputOf(whole, all.length)],
  }
}
