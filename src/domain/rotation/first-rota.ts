import type { Row } from '../merge/row'
import { weekdays } from '../model/engagement'
import type { Engagement, Person } from '../model/entities'
import { type WeekHours, weekHours } from '../model/week-hours'
import { roleWords } from '../ownership/role-words'
import { addDays, type Day, weekdayOf } from '../time/day'
import { type Planned, type Refused, refused, together } from '../triage/plan'
import { addNeed } from './need-commands'
import { createRotation } from './rotation-commands'
import { type ShiftRole, shiftRoles } from './shift'

export interface FirstRota {
  readonly people: Iterable<Row<Person>>
  readonly engagement: Engagement
  readonly zone: string
  readonly today: Day
  /** Fresh random keys. */
  readonly newKey: () => string
}

/**
 * A rota to begin with, made of what is known: each role goes round weekly among those who have it, in support hours, and
 * who is on call at all hours; every role needs one. All of it as one change.
 */
export function firstRota({ people, engagement, zone, today, newKey }: FirstRota): Planned | Refused {
  const byRole = new Map<ShiftRole, string[]>(shiftRoles.map((role) => [role, []]))
  for (const { key, values } of people)
    if (values.removed !== true && values.leftOn == null) byRole.get(values.role as ShiftRole)?.push(key)
  const support = supportHours(engagement)
  const monday = addDays(today, -weekdays.indexOf(weekdayOf(today)))
  const plans = [...byRole].flatMap(([role, members]) => {
    if (members.length === 0) return []
    const hours = role === 'on-call' ? {} : support
    const rotation = { name: roleWords[role], role, zone, layer: 1 }
    // Handed over at night, so that no day is cut; who is on call must be awake for it.
    const handOverAt = role === 'on-call' ? '09:00' : '00:00'
    const turns = { startsOn: monday, handOverAt, length: 1, unit: 'weeks' } as const
    return [
      createRotation(newKey(), rotation, {
        ...turns,
        from: `${today}T00:00`,
        hours,
        members: members.sort(),
      }),
      addNeed(newKey(), { role, people: 1, zone, hours, from: today }),
    ]
  })
  if (plans.length === 0)
    return refused('Nobody on the list has one of the roles of a rota. Say so under Settings, People.')
  return together('First rota made', plans)
}

function supportHours(engagement: Engagement): WeekHours {
  const fields = Object.keys(weekHours) as (keyof WeekHours)[]
  return Object.fromEntries(fields.map((field) => [field, engagement[field] ?? '']))
}
