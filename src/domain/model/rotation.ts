import * as z from 'zod/mini'
import { shiftRoles } from '../rotation/shift'
import { count, day, flag, key, line, timeOfDay, wall } from './field'
import { weekHours } from './week-hours'

/**
 * People who take turns in one role. How they do is told by its plans; a change of those makes another plan, so what
 * has been stays as it was. The zone is that of all its wall times and never changes.
 */
export const rotationFields = {
  name: line,
  role: z.nullable(z.enum(shiftRoles)),
  zone: line,
  /** All layers of a role are on at once; the first is asked first. */
  layer: count,
  /** It runs up to here; null while no end is known. */
  endsAt: wall,
  removed: flag,
} as const

export const turnUnits = ['hours', 'days', 'weeks'] as const
export type TurnUnit = (typeof turnUnits)[number]

/**
 * How a rotation runs from a time on, up to its next plan. With `until` it is a temporary one: it stands in place of
 * the others and they go on after it as if it had not been. Its key is made of the rotation and its time, so that two
 * laptops that change a rotation from the same time on write the same row.
 */
export const rotationPlanFields = {
  rotation: key,
  from: wall,
  until: wall,
  /** The day on which the first member's turn begins, or began: turns are counted from here. */
  startsOn: day,
  handOverAt: timeOfDay,
  length: count,
  unit: z.nullable(z.enum(turnUnits)),
  /** Only in these hours is anybody on; without any of them, always. */
  ...weekHours,
  removed: flag,
} as const

/** `member:PERSON` the place in the order of turns, the smallest first; null for who is not, or no longer, in it. */
export const rotationPlanSets = { 'member:': count } as const

export const rotationPlanKey = (rotation: string, from: string, until?: string | null) =>
  until ? `${rotation}@${from}/${until}` : `${rotation}@${from}`
