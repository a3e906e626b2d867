import type { Replica } from '../merge/replica'
import { formatInstant } from '../time/format'
import { adoptionFigures } from './adoption-figures'
import { audienceFigures, bulletinFigures } from './bulletin-figures'
import { coverFigures } from './cover-figures'
import { Days } from './day-reading'
import { effortFigures, phaseFigures } from './effort-figures'
import { exitFigures } from './exit-figures'
import { displayOf, type Figure, type RowsMeaning, trendOf } from './figure'
import { type FigureDefinition, inputOf, type Measured } from './figure-definition'
import { forecastFigures } from './forecast-figures'
import { handoverFigures } from './handover-figures'
import { heldAgainst } from './last-report'
import { loadFigures } from './load-figures'
import { moveFigures } from './move-figures'
import { plainNumberText } from './number-text'
import { patchFigures } from './patch-figures'
import { lastDay, lastWeek } from './period'
import type { Reading } from './reading'
import type { ReportKind } from './report-kind'
import { type ReportQuestion, scopeOf } from './report-question'
import { rhythmFigures } from './rhythm-figures'
import { openFigures, standingFigures } from './standing-figures'
import { trainingFigures } from './training-figures'
import { commonestFigures, weekFigures } from './week-figures'
import { readWeeks, type Weeks } from './week-reading'

/** A figure without the rows behind it. */
export type FigureSummary = Omit<Figure, 'rows' | 'asOf'>

export interface FigureQuestion extends ReportQuestion {
  /** The report whose figures are asked for; without it, those of all. */
  readonly kind?: ReportKind
}

const dayFigures = [
  ...openFigures,
  ...moveFigures(lastDay),
  ...standingFigures,
  ...patchFigures(lastDay),
  ...rhythmFigures(lastDay),
]

/** The figures of a report, as of any instant. The same instant and the same data give the same figures. */
export function figures(replica: Replica, question: FigureQuestion): Figure[] {
  const { asOf, kind } = question
  const scope = scopeOf(replica, question)
  if (kind === 'daily') return figuresOfDay(new Days(replica, asOf, scope))
  const weeks = readWeeks(replica, asOf, { ...scope, kind })
  const ofWeek = figuresOfWeek(weeks)
  if (kind !== undefined) return ofWeek
  const named = new Map(ofWeek.map((figure) => [figure.id, figure]))
  for (const figure of figuresOfDay(new Days(replica, asOf, scope)))
    if (!named.has(figure.id)) named.set(figure.id, figure)
  const order = [...dayFigures.map(({ id }) => id), ...ofWeek.map(({ id }) => id)]
  return [...new Set(order)].flatMap((id) => named.get(id) ?? [])
}

/** The same where a program reads them: minus signs are hyphens. */
export function figuresForPrograms(replica: Replica, question: FigureQuestion): Figure[] {
  return figures(replica, question).map(forPrograms)
}

export function forPrograms(figure: Figure): Figure {
  const { display, trend } = figure
  const plain = { ...figure, display: plainNumberText(display) }
  if (!trend) return plain
  const { display: change, text } = trend
  const plainTrend = { ...trend, display: plainNumberText(change), text: plainNumberText(text) }
  return { ...plain, trend: plainTrend }
}

export function figuresOfDay(days: Days): Figure[] {
  return dayFigures.map((definition) => toldWithTrend(definition, days.day, () => days.dayBefore))
}

export function figuresOfWeek({ week, weekBefore }: Weeks): Figure[] {
  const definitions: FigureDefinition<Weeks['week']>[] = [
    ...openFigures,
    ...moveFigures(lastWeek),
    ...standingFigures,
    ...patchFigures(lastWeek),
    ...rhythmFigures(lastWeek),
    ...loadFigures,
    ...bulletinFigures,
    ...audienceFigures(week),
    ...trainingFigures,
    ...adoptionFigures,
    ...weekFigures,
    ...coverFigures,
    ...exitFigures,
    ...forecastFigures,
    ...effortFigures,
    ...phaseFigures(week),
    ...handoverFigures,
    ...commonestFigures(week),
  ]
  return definitions.map((definition) => toldWithTrend(definition, week, () => weekBefore))
}

/** A figure, and where it is a headline how it stands against the last report or, without one, the period before. */
function toldWithTrend<R extends Reading>(
  definition: FigureDefinition<R>,
  reading: R,
  periodBefore: () => R,
): Figure {
  const figure = figureOf(definition, definition.measure(reading), reading)
  if (!definition.isHeadline) return figure
  const { last } = reading
  const before = last ? (last.values.get(figure.id) ?? null) : definition.measure(periodBefore()).value
  const trend = trendOf(figure.value, before, figure.unit, definition.valueText)
  return { ...figure, trend: { ...trend, against: heldAgainst(reading) } }
}

function figureOf(
  { id, label, unit, definition, formula, rowsAre = 'counted' }: Omit<FigureDefinition, 'measure'>,
  { value, display = displayOf(value, unit), issues, others = [], inputs = [] }: Measured,
  { asOf, zone }: Reading,
): Figure {
  const rows = [...others, ...issues.map(({ row }) => ({ entity: 'issue', key: row.key }))]
  return {
    id,
    label,
    value,
    unit,
    display,
    definition,
    formula,
    inputs: [
      ...inputs,
      inputOf(rowsWords[rowsAre], rows.length),
      inputOf('Data as of', formatInstant(asOf, zone)),
    ],
    rowsAre,
    rows,
    asOf,
  }
}

const rowsWords: Readonly<Record<RowsMeaning, string>> = {
  counted: 'Rows counted',
  sources: 'Rows it was worked out from',
}
