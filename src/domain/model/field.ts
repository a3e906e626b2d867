import * as z from 'zod/mini'
import type { Value } from './value'

/** Longest single-line text a person may type or a file may bring; longer text is a note, not a line. */
export const longestLine = 200_000
/** Longest note. Bounded so that no file can fill the memory with one cell. */
export const longestText = 2_000_000

export const line = z.nullable(z.string().check(z.maxLength(longestLine)))
export const longText = z.nullable(z.string().check(z.maxLength(longestText)))
export const key = z.nullable(z.string().check(z.minLength(1), z.maxLength(1_000)))
/** Milliseconds since the epoch; the range is that of a Date. */
export const instant = z.nullable(z.number().check(z.gte(-8.64e15), z.lte(8.64e15)))
/** A calendar day, `2026-11-23`. */
export const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))
/** What the clock on the wall shows, `2026-11-23T09:00`, in the zone that the row names. */
export const wall = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)))
/** A time of day, `09:00`. */
export const timeOfDay = z.nullable(z.string().check(z.regex(/^\d{2}:\d{2}$/)))
export const count = z.nullable(z.number().check(z.gte(0)))
export const flag = z.nullable(z.boolean())
export const textSet = z.nullable(z.union([z.string(), z.number(), z.boolean()]))
export const level = z.union([z.literal(1), z.literal(2), z.literal(3)])

/**
 * Whether a value surely fits one of the kinds above, told without the schema library: nearly every value of an
 * import is a plain text, and there are a million of them. A no says nothing; then the schema decides.
 */
export function surelyFits(schema: unknown, value: Value): boolean {
  if (value === null) return nullable.has(schema)
  if (typeof value === 'string') return value.length <= surelyLongest(schema)
  if (typeof value === 'boolean') return schema === flag || schema === textSet
  return Number.isFinite(value) && (schema === textSet || (schema === instant && Math.abs(value) <= 8.64e15))
}

/** Texts of at most so many characters surely fit; none where it is below zero. */
export function surelyLongest(schema: unknown): number {
  return longestOf.get(schema) ?? -1
}

const nullable: ReadonlySet<unknown> = new Set([line, longText, key, instant, day, count, flag, textSet])
const longestOf: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [line, longestLine],
  [longText, longestText],
  [textSet, Number.POSITIVE_INFINITY],
])
