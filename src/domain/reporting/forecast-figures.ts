import { usualRuns } from '../forecast/forecast'
import type { ReadForecast } from '../forecast/read-forecast'
import { horizon } from '../forecast/simulate'
import { chanceText, criteriaText, overText } from '../forecast/words'
import { costText, effortText } from '../tapering/words'
import { type Day, daysBetween } from '../time/day'
import { formatDay } from '../time/format'
import { dayOf } from '../time/zone'
import type { FigureInput } from './figure'
import type { FigureDefinition, Measured } from './figure-definition'
import { numberText } from './number-text'
import type { WeekReading } from './week-reading'
import { counted } from './words'

type ForecastFigure = FigureDefinition<WeekReading>
type Told = {
  readonly value: number | null
  readonly display: string
  readonly inputs?: readonly FigureInput[]
}

const runs = numberText(usualRuns)
const played = `The days to come are played through ${runs} times with arrivals, ends and comebacks as they were so far, always with the same seed; the rows are the open issues that each run begins with.`
const beyond = `not within ${horizon} days`

/** When the criteria that issues decide may hold together, and what that means for the planned end. */
export const forecastFigures: readonly ForecastFigure[] = [
  exitBy('exit-forecast-early', 'Exit, one in ten by', 0.1, ({ early }) => early),
  {
    ...exitBy('exit-forecast', 'Exit, as likely as not by', 0.5, ({ middle }) => middle),
    isHeadline: true,
  },
  exitBy('exit-forecast-late', 'Exit, nine in ten by', 0.9, ({ late }) => late),
  {
    id: 'planned-end-chance',
    label: 'Chance of the planned end',
    unit: 'percent',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `How likely it is that the exit criteria which issues decide hold by the planned end. ${played}`,
    formula: 'count of runs that exit by the planned end ÷ count of runs',
    measure: withPlan((_, plan) => ({ value: 100 * plan.chance, display: chanceText(plan) })),
  },
  {
    id: 'days-over-plan',
    label: 'Days over the planned end',
    unit: 'days',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `By how many days the exit that is as likely as not misses the planned end; none where it keeps it. ${played}`,
    formula: `median over the runs of (exit − planned end) in days, at least 0; in brackets the tenth and the ninetieth of a hundred`,
    measure: withPlan((_, plan) => ({ value: plan.over.middle ?? null, display: overText(plan) })),
  },
  {
    id: 'days-over-cost',
    label: 'What days over the planned end cost',
    unit: 'person days',
    rowsAre: 'sources',
    isHeadline: true,
    definition:
      'Planned effort that hypercare beyond the planned end takes, each day at the price of a day of the last phase with planned effort.',
    formula: 'days over the planned end × planned person days of the last phase ÷ its days',
    measure: withPlan(({ outlook: { perDay } }, { over }) => ({
      value: perDay === undefined || over.middle === undefined ? null : over.middle * perDay,
      display: costText(perDay, over) ?? 'no effort is planned',
      inputs: perDay === undefined ? [] : [{ name: 'A day beyond the plan', value: effortText(perDay) }],
    })),
  },
]

function exitBy(
  id: string,
  label: string,
  share: number,
  dayIn: (forecast: ReadForecast) => Day | undefined,
): ForecastFigure {
  return {
    id,
    label,
    unit: 'days',
    rowsAre: 'sources',
    valueText: (day) => `day ${numberText(day)}`,
    definition: `The day by which the exit criteria that issues decide hold in ${numberText(100 * share)} of a hundred runs, as a day of hypercare: day 1 is that of the go-live. Criteria that issues do not decide can make it later. ${played}`,
    formula: `the ${numberText(100 * share)}th of a hundred runs in the order of their exits − day of the go-live + 1`,
    measure: withForecast((forecast, { engagement, zone }) => {
      const day = dayIn(forecast)
      if (day === undefined || engagement.goLiveAt == null) return { value: null, display: beyond }
      const number = daysBetween(dayOf(engagement.goLiveAt, zone), day) + 1
      return { value: number, display: `${formatDay(day)} (day ${numberText(number)})` }
    }),
  }
}

function withPlan(
  told: (week: WeekReading, plan: NonNullable<ReadForecast['plan']>) => Told,
): ForecastFigure['measure'] {
  return withForecast(({ plan }, week) =>
    plan ? told(week, plan) : { value: null, display: 'no planned end is set' },
  )
}

function withForecast(
  told: (forecast: ReadForecast, week: WeekReading) => Told,
): (week: WeekReading) => Measured {
  return (week) => {
    const { forecast } = week.outlook
    if (forecast.kind === 'not-live') return { value: null, display: 'not live yet', issues: [] }
    if (forecast.kind === 'too-little') return { value: null, display: 'too little history', issues: [] }
    const { inputs = [], ...measured } = told(forecast, week)
    return { ...measured, issues: week.open, inputs: [...inputsOf(forecast), ...inputs] }
  }
}

/** What the forecast was made from. */
function inputsOf({ basis, thresholds, runs, plan }: ReadForecast): FigureInput[] {
  const { days, raised, ended, cameBack, people, openSeverity1, openSeverity2, openUnset } = basis
  return [
    { name: 'What has to hold', value: criteriaText(thresholds) },
    { name: 'Planned end', value: plan ? formatDay(plan.day) : 'not set' },
    { name: 'Looked back on', value: counted(days, 'whole day') },
    {
      name: 'In them',
      value: `${numberText(raised)} raised, ${numberText(ended)} ended, ${numberText(cameBack)} came back`,
    },
    { name: 'People who end issues', value: numberText(people) },
    {
      name: 'Open now',
      value: `${numberText(openSeverity1)} of severity 1, ${numberText(openSeverity2)} of severity 2, ${numberText(openUnset)} without a severity`,
    },
    { name: 'Runs', value: numberText(runs) },
  ]
}
