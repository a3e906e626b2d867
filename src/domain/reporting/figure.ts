import * as z from 'zod/mini'

export const figureUnits = ['issues', 'decisions', 'days', 'percent'] as const
export type FigureUnit = (typeof figureUnits)[number]

/**
 * A number that can be explained: what it means in plain words, how it is worked out, and the rows behind it.
 * Screen, sponsor pack and headless `metrics` all show the same ones. `value` is null where there is nothing to
 * measure yet, which is not the same as nought.
 */
export const figureSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.nullable(z.number()),
  unit: z.enum(figureUnits),
  /** The value as people read it, unit included. */
  display: z.string(),
  definition: z.string(),
  formula: z.string(),
  rows: z.array(z.object({ entity: z.string(), key: z.string() })),
  /** Epoch milliseconds. */
  asOf: z.number(),
})
export type Figure = z.infer<typeof figureSchema>
export type FigureRow = Figure['rows'][number]

const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

export const noData = 'no data yet'

export function displayOf(value: number | null, unit: FigureUnit): string {
  if (value === null) return noData
  if (unit === 'percent') return `${wholeNumber.format(value)}%`
  if (unit === 'days') return `${oneDecimal.format(value)} ${value === 1 ? 'day' : 'days'}`
  return wholeNumber.format(value)
}
