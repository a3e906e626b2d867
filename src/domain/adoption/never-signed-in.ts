import type { Day } from '../time/day'
import type { LicensedPerson } from './lines'
import type { AdoptionReading } from './reading'

/** Licensed people of whom neither their list nor any file has ever told that they were there, by group and name. */
export function neverSignedIn(reading: AdoptionReading, day: Day): LicensedPerson[] | undefined {
  const list = reading.listOn(day)
  if (!list) return undefined
  const seen = new Set<string>()
  for (const told of reading.days) {
    if (told.day > day) break
    for (const person of told.people ?? []) seen.add(person)
  }
  return list.people
    .filter(({ person, state, lastSeen }) => state === 'active' && lastSeen === '' && !seen.has(person))
    .sort(
      (a, b) =>
        a.department.localeCompare(b.department, 'en') ||
        (a.name || a.person).localeCompare(b.name || b.person, 'en'),
    )
}
