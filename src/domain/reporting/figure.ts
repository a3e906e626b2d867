import * as z from 'zod/mini'
import { durationText } from '../clocks/clock-words'
import { minus, numberText } from './number-text'

export const figureUnits = [
  'breaches',
  'issues',
  'decisions',
  'days',
  'minutes',
  'percent',
  'laptops',
  'patches',
  'risks',
  'actions',
  'addresses',
  'bulletins',
  'clusters',
  'questions',
  'standups',
  'people',
  'trends',
  'concerns',
  'criteria',
  'issues a day',
  'lines',
  'person days',
] as const
export type FigureUnit = (typeof figureUnits)[number]

/** What the rows behind a figure are: what it counts, one by one, or what it was worked out from. */
export const rowsMeanings = ['counted', 'sources'] as const
export type RowsMeaning = (typeof rowsMeanings)[number]

/**
 * A number that can be explained: what it means in plain words, how it is worked out, from what, and the rows behind it.
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
  /** The numbers that go into the formula, and as of when. */
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  rowsAre: z.enum(rowsMeanings),
  rows: z.array(z.object({ entity: z.string(), key: z.string() })),
  /** Headline figures of a week: what they were a week before, and by how much they have changed. */
  trend: z.optional(
    z.object({ before: z.nullable(z.number()), change: z.nullable(z.number()), display: z.string() }),
  ),
  /** Epoch milliseconds. */
  asOf: z.number(),
})
export type Figure = z.infer<typeof figureSchema>
export type FigureInput = Figure['inputs'][number]
export type FigureRow = Figure['rows'][number]
export type Trend = NonNullable<Figure['trend']>

export const noData = 'no data yet'

const minute = 60_000

export function displayOf(value: number | null, unit: FigureUnit): string {
  if (value === null) return noData
  if (unit === 'percent') return `${numberText(value)}%`
  if (unit === 'minutes') return durationText(value * minute)
  if (unit === 'days') return `${numberText(value, 1)} ${value === 1 ? 'day' : 'days'}`
  if (unit === 'person days') return `${numberText(value, 1)} person ${value === 1 ? 'day' : 'days'}`
  return numberText(value)
}

/** `+3`, `−4 points`, `no change`: by how much a figure differs from the one before. */
export function trendOf(value: number | null, before: number | null, unit: FigureUnit): Trend {
  if (value === null || before === null) return { before, change: null, display: 'nothing to compare with' }
  const change = value - before
  const size = changeSize(Math.abs(change), unit)
  const display = size === undefined ? 'no change' : `${change > 0 ? '+' : minus}${size}`
  return { before, change, display }
}

/** Undefined where the difference is too small to be told. */
function changeSize(size: number, unit: FigureUnit): string | undefined {
  if (unit === 'minutes') return size < 1 ? undefined : durationText(size * minute)
  const text = numberText(size, 1)
  if (text === '0') return undefined
  return unit === 'percent' ? `${text} ${text === '1' ? 'point' : 'points'}` : text
}

/** A share with the counts it is made of, `93.3% (14 of 15)`; a hundred is only ever all of them, nought none. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return noData
  const counts = `(${numberText(part)} of ${numberText(whole)})`
  return `${percentText(part, whole)} ${counts}`
}

export function percentText(part: number, whole: number): string {
  if (whole === 0) return noData
  const rounded = Math.round((1_000 * part) / whole) / 10
  const shown = part === whole ? 100 : part === 0 ? 0 : Math.min(Math.max(rounded, 0.1), 99.9)
  return `${numberText(shown, 1)}%`
}
