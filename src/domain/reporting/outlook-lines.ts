import { criteriaText, overText, rangeText, tooLittleText } from '../forecast/words'
import type { EffortPlan } from '../tapering/plan'
import { effortText, spendingText, warningText } from '../tapering/words'
import { formatDay, formatInstant, formatShortDay } from '../time/format'
import { clip } from './clip'
import { phaseName } from './effort-figures'
import type { FigureSummary } from './figures'
import { forecastFigures } from './forecast-figures'
import { numberText } from './number-text'
import type { WeekReading } from './week-reading'
import type { WeeklyPack } from './weekly-pack'
import { counted } from './words'

/** How many phases, and how much of a text, find room in a report. */
const room = { phases: 12, text: 120 }

/** When the exit may be, in words. */
export function forecastLines(week: WeekReading, figures: readonly FigureSummary[]): WeeklyPack['forecast'] {
  const { forecast } = week.outlook
  if (forecast.kind === 'too-little') return { summary: tooLittleText(forecast), basis: '', figures: [] }
  if (forecast.kind === 'not-live') {
    const { goLiveAt } = forecast
    const summary =
      goLiveAt === null
        ? 'No go-live is set, so there is nothing to look back on.'
        : `The go-live is on ${formatInstant(goLiveAt, week.zone)}; a week later there will be enough to go by.`
    return { summary, basis: '', figures: [] }
  }
  const { basis, plan, thresholds, runs } = forecast
  const against = plan ? ` The planned end is ${formatDay(plan.day)}: ${lower(overText(plan))}.` : ''
  return {
    summary: `${rangeText(forecast)}.${against}`,
    figures: forecastFigures.flatMap(({ id }) => {
      const figure = figures.find((other) => other.id === id)
      return figure ? [{ label: figure.label, display: figure.display, trend: figure.trend?.text ?? '' }] : []
    }),
    basis:
      `What has to hold: ${lower(criteriaText(thresholds))} Criteria that issues do not decide can make it later. ` +
      `Played through ${numberText(runs)} times from ${counted(basis.days, 'whole day')} since go-live with ` +
      `${counted(basis.raised, 'issue')} raised and ${numberText(basis.ended)} ended.`,
  }
}

/** How hypercare tapers off, and what it has cost, in words. */
export function planLines({ outlook: { plan }, redaction }: WeekReading): WeeklyPack['plan'] {
  const told = (text: string | null | undefined) =>
    clip(redaction && text ? redaction.text(text) : (text ?? ''), room.text)
  return {
    warning: plan.warning ? warningText(plan.warning) : null,
    summary: summaryOf(plan),
    outside: plan.outside > 0 ? effortText(plan.outside) : null,
    phases: {
      count: plan.phases.length,
      lines: plan.phases.slice(0, room.phases).map(({ row, from, to, planned, dueByNow, spent }, place) => ({
        rank: place + 1,
        name: phaseName(row, redaction?.text),
        days: from && to ? `${formatShortDay(from)} – ${formatShortDay(to)}` : 'no days',
        rota: told(row.values.rota),
        targets: told(row.values.targets),
        planned: planned === undefined ? 'not planned' : numberText(planned, 1),
        due: planned === undefined ? '' : numberText(dueByNow, 1),
        spent: numberText(spent, 1),
      })),
    },
  }
}

function summaryOf(plan: EffortPlan): string {
  if (plan.phases.length > 0) return spendingText(plan)
  return plan.warning ? '' : 'No phase says how hypercare tapers off.'
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
