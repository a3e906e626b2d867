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
  /** Headline figures: what they were in the last report, and by how much they have changed. */
  trend: z.optional(
    z.object({
      before: z.nullable(z.number()),
      change: z.nullable(z.number()),
      /** By how much, with its sign: `+3`. */
      display: z.string(),
      /** The same as a sentence has it, with what it was: `+3, up from 11`. */
      text: z.string(),
      /** What it is held against: the last report of the kind, or where none was saved the time before. */
      against: z.string(),
    }),
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

/** By how much a figure differs from what it was. `valueText` says how a value reads alone. */
export function trendOf(
  value: number | null,
  before: number | null,
  unit: FigureUnit,
  valueText: (value: number) => string = (value) => exactText(value, unit),
): Omit<Trend, 'against'> {
  if (value === null || before === null) return { before, change: null, display: nothing, text: nothing }
  const change = value - before
  const size = changeSize(Math.abs(change), unit)
  if (size === undefined) return { before, change, display: noChange, text: noChange }
  const [sign, way] = change > 0 ? ['+', 'up'] : [minus, 'down']
  const display = `${sign}${size}`
  return { before, change, display, text: `${display}, ${way} from ${valueText(before)}` }
}

/** As exactly as the change beside it is told. */
function exactText(value: number, unit: FigureUnit): string {
  return unit === 'percent' ? `${numberText(value, 1)}%` : displayOf(value, unit)
}

const nothing = 'nothing to compare with'
const noChange = 'no change'

/** What a change of a unit is told in, where the number alone would leave that open. */
const changeWords: Partial<Record<FigureUnit, string>> = {
  percent: 'point',
  days: 'day',
  'person days': 'person day',
}

/** Undefined where the difference is too small to be told. */
function changeSize(size: number, unit: FigureUnit): string | undefined {
  if (unit === 'minutes') return size < 1 ? undefined : durationText(size * minute)
  const text = numberText(size, 1)
  if (text === '0') return undefined
  const word = changeWords[unit]
  return word === undefined ? text : `${text} ${word}${text === '1' ? '' : 's'}`
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
