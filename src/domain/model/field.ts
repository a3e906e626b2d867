import * as z from 'zod/mini'

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
export const level = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const count = z.nullable(z.number().check(z.gte(0)))
export const flag = z.nullable(z.boolean())
export const textSet = z.nullable(z.union([z.string(), z.number(), z.boolean()]))
