import { hoursOfDay, type PhaseEffort, shortestSight } from '../tapering/plan'
import { effortText, warningText } from '../tapering/words'
import { daysBetween } from '../time/day'
import { formatDay } from '../time/format'
import { dayOf } from '../time/zone'
import { clip } from './clip'
import type { FigureInput, FigureRow } from './figure'
import type { FigureDefinition } from './figure-definition'
import { numberText } from './number-text'
import type { Redact } from './redacting'
import type { WeekReading } from './week-reading'

type EffortFigure = FigureDefinition<WeekReading>

const longestName = 60
const personDay = `A person day is ${numberText(hoursOfDay)} hours.`

/** How hypercare tapers off: what it was meant to cost, and what it has cost. */
export const effortFigures: readonly EffortFigure[] = [
  {
    id: 'effort-planned',
    label: 'Planned effort',
    unit: 'person days',
    rowsAre: 'sources',
    definition: `What all phases of the tapering plan may cost. ${personDay}`,
    formula: 'sum of planned person days over phases',
    measure: ({ outlook: { plan } }) => ({
      value: plan.phases.length === 0 ? null : plan.planned,
      issues: [],
      others: plan.phases.map(phaseRow),
    }),
  },
  {
    id: 'effort-due',
    label: 'Planned effort until today',
    unit: 'person days',
    rowsAre: 'sources',
    definition:
      'What the plan has for the days gone by, today included. The effort of a phase is spread evenly over its days.',
    formula: 'sum over phases of planned person days × days gone by ÷ days of the phase',
    measure: ({ outlook: { plan } }) => ({
      value: plan.phases.length === 0 ? null : plan.dueByNow,
      issues: [],
      others: plan.phases.filter(({ dueByNow }) => dueByNow > 0).map(phaseRow),
    }),
  },
  {
    id: 'effort-spent',
    label: 'Effort spent',
    unit: 'person days',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `Hours on hypercare that were written down or taken over from shifts, up to today. ${personDay}`,
    formula: `sum of hours spent ÷ ${numberText(hoursOfDay)}`,
    measure: (week) => {
      const efforts = allEfforts(week)
      return { value: efforts.length === 0 ? null : week.outlook.plan.spent, issues: [], others: efforts }
    },
  },
  {
    id: 'effort-over',
    label: 'Effort spent beyond the plan so far',
    unit: 'person days',
    rowsAre: 'sources',
    isHeadline: true,
    definition: 'How much more (or, negative, less) was spent than the plan has for the days gone by.',
    formula: 'effort spent − planned effort until today',
    measure: (week) => {
      const { spent, dueByNow, planned } = week.outlook.plan
      const efforts = allEfforts(week)
      const inputs: FigureInput[] = [
        { name: 'Effort spent', value: effortText(spent) },
        { name: 'Planned effort until today', value: effortText(dueByNow) },
      ]
      if (planned === 0) return { value: null, display: 'no effort is planned', issues: [], inputs }
      if (efforts.length === 0)
        return { value: null, display: 'no hours are written down', issues: [], inputs }
      return { value: spent - dueByNow, issues: [], others: efforts, inputs }
    },
  },
  {
    id: 'planned-days-ahead',
    label: 'Days ahead with a plan',
    unit: 'days',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `How many days from today on the tapering plan reaches. With ${numberText(shortestSight)} or fewer, hypercare is not planned past the next week.`,
    formula: 'last day of the last phase − today, at least 0',
    measure: ({ outlook: { plan }, engagement, asOf, zone }) => {
      if (engagement.goLiveAt == null) return { value: null, display: 'no go-live is set', issues: [] }
      const { plannedUntil, warning } = plan
      if (plannedUntil === undefined) return { value: null, display: 'no plan', issues: [] }
      return {
        value: Math.max(0, daysBetween(dayOf(asOf, zone), plannedUntil)),
        issues: [],
        others: plan.phases.filter(({ to }) => to === plannedUntil).map(phaseRow),
        inputs: [
          { name: 'Planned until', value: formatDay(plannedUntil) },
          ...(warning ? [{ name: 'Warning', value: warningText(warning) }] : []),
        ],
      }
    },
  },
]

/** What each phase was meant to cost and has cost. */
export function phaseFigures({ outlook, redaction }: WeekReading): EffortFigure[] {
  return outlook.plan.phases.map(({ row }, place) => ({
    id: `effort-phase-${place + 1}`,
    label: `Effort spent: ${phaseName(row, redaction?.text)}`,
    unit: 'person days',
    rowsAre: 'sources',
    definition: `Hours that were spent on the days of this phase of the plan, up to today. ${personDay}`,
    formula: `sum of hours spent on days of the phase ÷ ${numberText(hoursOfDay)}`,
    measure: ({ outlook: { plan } }) => {
      const phase = plan.phases.find((other) => other.row.key === row.key)
      if (!phase) return { value: null, issues: [] }
      const { planned, dueByNow, spent, efforts } = phase
      return {
        value: spent,
        display:
          planned === undefined ? effortText(spent) : `${numberText(spent, 1)} of ${effortText(planned)}`,
        issues: [],
        others: efforts.map(effortRow),
        inputs: [
          { name: 'Planned', value: planned === undefined ? 'nothing' : effortText(planned) },
          { name: 'Of that until today', value: effortText(dueByNow) },
        ],
      }
    },
  }))
}

export function phaseName(row: PhaseEffort['row'], redact: Redact | undefined): string {
  const name = row.values.name || 'Phase'
  return clip(redact ? redact(name) : name, longestName)
}

const phaseRow = ({ row }: PhaseEffort): FigureRow => ({ entity: 'cadencePhase', key: row.key })
const effortRow = ({ key }: PhaseEffort['efforts'][number]): FigureRow => ({ entity: 'effort', key })

function allEfforts({ outlook: { plan } }: WeekReading): FigureRow[] {
  return [...plan.phases.flatMap(({ efforts }) => efforts), ...plan.effortsOutside].map(effortRow)
}
