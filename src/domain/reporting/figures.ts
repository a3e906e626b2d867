import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { displayOf, type Figure } from './figure'
import { type FigureDefinition, figureDefinitions } from './figure-definitions'
import { type Reading, readAsOf } from './reading'

/** A figure without the rows behind it. */
export type FigureSummary = Omit<Figure, 'rows' | 'asOf'>

/** Every figure, as of any instant. The same instant and the same data give the same figures. */
export function figures(replica: Replica, { asOf }: { readonly asOf: Instant }): Figure[] {
  const reading = readAsOf(replica, asOf)
  return figureDefinitions.map((definition) => {
    const { value, issues, others = [] } = definition.measure(reading)
    const rows = issues.map(({ row }) => ({ entity: 'issue', key: row.key }))
    return { ...summaryOf(definition, value), rows: [...others, ...rows], asOf }
  })
}

/** The named figures, for a page that shows no rows. */
export function summariesOf(reading: Reading, ids: ReadonlySet<string>): FigureSummary[] {
  return figureDefinitions
    .filter(({ id }) => ids.has(id))
    .map((definition) => summaryOf(definition, definition.measure(reading).value))
}

function summaryOf({ measure: _, ...told }: FigureDefinition, value: number | null): FigureSummary {
  return { ...told, value, display: displayOf(value, told.unit) }
}
