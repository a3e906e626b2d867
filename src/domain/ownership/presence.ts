import type { Row } from '../merge/row'
import type { Person } from '../model/entities'
import { canTake } from './hand-over'

/** Whether somebody can be given something now, and why not: a sponsor signs and works on nothing. */
export type Presence = 'here' | 'on-leave' | 'left' | 'sponsor'

export function presenceOf(person: Row<Person> | undefined, isAway: boolean): Presence {
  if (!canTake(person)) return 'left'
  if (isAway) return 'on-leave'
  return person?.values.role === 'sponsor' ? 'sponsor' : 'here'
}
