import type { Row } from '../merge/row'
import type { Person } from '../model/entities'
import type { Instant } from '../model/value'
import { canTake } from '../ownership/hand-over'
import type { Rota } from './rota'
import { type ShiftRole, shiftRoles } from './shift'
import type { Helper } from './suggested-swap'

/**
 * Who can be asked to take which shifts: whoever is in a rotation of the role in the period, or whose own role it is.
 * Those who have left, and sponsors, are asked nothing; whoever is on leave is not asked for that time.
 */
export function helpersOf(
  rota: Rota,
  people: ReadonlyMap<string, Row<Person>>,
  from: Instant,
  to: Instant,
): Helper[] {
  const roles = new Map<string, Set<ShiftRole>>()
  const add = (person: string, role: ShiftRole) => {
    const own = roles.get(person) ?? new Set()
    roles.set(person, own.add(role))
  }
  for (const { role, plans } of rota.seats)
    for (const { plan } of plans.between(from, to)) for (const member of plan.members) add(member, role)
  for (const [key, { values }] of people) {
    const role = shiftRoles.find((role) => role === values.role)
    if (role) add(key, role)
  }
  return [...roles]
    .filter(([person]) => people.get(person)?.values.role !== 'sponsor' && isHere(people.get(person)))
    .map(([person, own]) => ({ person, roles: own, isThere: isThereBy(rota, person) }))
    .sort((a, b) => (a.person < b.person ? -1 : 1))
}

/** Whoever leaves on a day that is told is there until then; the rota knows when. */
const isHere = (person: Row<Person> | undefined) =>
  person !== undefined &&
  (canTake(person) || (person.values.removed !== true && person.values.leftOn != null))

function isThereBy({ absences }: Rota, person: string): Helper['isThere'] {
  const away = absences.get(person) ?? []
  return (from, to) => !away.some((absence) => absence.from < to && from < absence.to)
}
