import * as z from 'zod/mini'
import { shiftRoles } from '../rotation/shift'
import { flag, instant, key, line, longText } from './field'

/** What somebody who goes off shift leaves to whoever comes next. */
export const shiftNoteFields = {
  /** Key of the shift; none where there is no rota. */
  shift: line,
  role: z.nullable(z.enum(shiftRoles)),
  author: line,
  /** People. */
  givenBy: key,
  givenTo: key,
  /** From when on it tells what changed. */
  since: instant,
  text: longText,
  /** None while it is still being written. */
  handedAt: instant,
  removed: flag,
} as const

/** `acknowledged:NAME` when somebody said that they had read it. */
export const shiftNoteSets = { 'acknowledged:': instant } as const

/** Of one shift there is one note, on whichever laptop it is written. */
export function shiftNoteKey(shift: string): string {
  return `shift-note:${shift}`
}
