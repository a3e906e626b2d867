import * as z from 'zod/mini'

/** Hours of a weekday, `08:00-12:00 13:00-18:00` in the zone of the row; null or '' for none. */
export const dayHours = z.nullable(
  z.string().check(z.regex(/^$|^\d\d:\d\d-\d\d:\d\d( \d\d:\d\d-\d\d:\d\d)*$/)),
)

export const weekHours = {
  'hours.mon': dayHours,
  'hours.tue': dayHours,
  'hours.wed': dayHours,
  'hours.thu': dayHours,
  'hours.fri': dayHours,
  'hours.sat': dayHours,
  'hours.sun': dayHours,
} as const

export type WeekHours = { readonly [F in keyof typeof weekHours]?: string | null }
