import * as z from 'zod/mini'
import { day, flag, key, line } from './field'
import { owningTeams } from './issue'

export const personRoles = [
  'lead',
  'triage',
  'floor-walker',
  'change-manager',
  'on-call',
  'support-lead',
  'sponsor',
] as const

export const personFields = {
  name: line,
  email: line,
  role: z.nullable(z.enum(personRoles)),
  group: key,
  side: z.nullable(z.enum(owningTeams)),
  /** Name under which a tracker knows the person, so that an import finds the same one again. */
  sourceName: line,
  leftOn: day,
  removed: flag,
  /** The import that brought the row was undone; importing it again brings it back. */
  importUndone: flag,
} as const

/** `key` of a person first met in an import: the same name on two laptops must give the same person. */
export function personKeyFromName(name: string): string {
  return `person:${name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en')}`
}
