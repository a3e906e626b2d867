import * as z from 'zod/mini'
import { shiftRoles } from '../rotation/shift'
import { flag, instant, key, line, wall } from './field'

/** Somebody is on for a while, in place of whom a rotation has then or, without one, besides all others in the role. */
export const shiftOverrideFields = {
  rotation: key,
  role: z.nullable(z.enum(shiftRoles)),
  person: key,
  from: wall,
  to: wall,
  zone: line,
  note: line,
  /** Where two are for the same time, the one made later holds. */
  madeAt: instant,
  removed: flag,
} as const
