import * as z from 'zod/mini'
import { shiftRoles } from '../rotation/shift'
import { count, day, flag, line } from './field'
import { weekHours } from './week-hours'

/** How many people a role needs in some hours of the week. Where several are for the same time, the greatest holds. */
export const coverNeedFields = {
  role: z.nullable(z.enum(shiftRoles)),
  people: count,
  zone: line,
  ...weekHours,
  from: day,
  /** The last day; null while no end is known. */
  to: day,
  removed: flag,
} as const

/** What a need becomes when it is changed from a day on: two laptops that do so on the same day write the same row. */
export const coverNeedKeyFrom = (need: string, from: string) => `${need.replace(/@[^@]*$/, '')}@${from}`
