import { addDays, type Day } from '../time/day'
import { placeText, type Total } from './lines'
import type { AdoptionReading, DayReading } from './reading'

/** A measure that is told of everybody, or of one group. */
export type Group = string | undefined

export const weekLength = 7

/** How many were active on a day; undefined where nothing tells. */
export function activeOn(reading: AdoptionReading, day: Day, group?: Group): number | undefined {
  const told = reading.on(day)
  if (!told) return undefined
  if (told.people) return peopleIn(told, group).size
  return group === undefined ? totalOf(told, 'active') : groupTotal(told, group, 'active')
}

/** Everybody who was active in the seven days that end with a day; undefined where no file names people. */
export function peopleInWeek(reading: AdoptionReading, day: Day, group?: Group): Set<string> | undefined {
  return peopleWithin(reading, weekLength, day, group)
}

/** Everybody who was active in so many days, of which the last is `day`. */
export function peopleWithin(
  reading: AdoptionReading,
  length: number,
  day: Day,
  group?: Group,
): Set<string> | undefined {
  const named = daysWithin(reading, length, day).filter(({ people }) => people !== undefined)
  if (named.length === 0) return undefined
  return new Set(named.flatMap((told) => [...peopleIn(told, group)]))
}

export function daysWithin(reading: AdoptionReading, length: number, day: Day): DayReading[] {
  const days: DayReading[] = []
  for (let back = length - 1; back >= 0; back--) {
    const told = reading.on(addDays(day, -back))
    if (told) days.push(told)
  }
  return days
}

/** Licensed people of a day; undefined where nobody has told. */
export function licensedOn(reading: AdoptionReading, day: Day, group?: Group): number | undefined {
  const people = licensedPeople(reading, day, group)
  if (people) return people.size
  const told = reading.days.findLast((each) => each.day <= day && licensedIn(each, group) !== undefined)
  return told && licensedIn(told, group)
}

export function licensedPeople(reading: AdoptionReading, day: Day, group?: Group): Set<string> | undefined {
  const list = reading.listOn(day)
  if (!list) return undefined
  return new Set(
    list.people
      .filter(({ state, department }) => state === 'active' && (group === undefined || department === group))
      .map(({ person }) => person),
  )
}

/** Groups that are told of until a day, by name. */
export function groupsUntil(reading: AdoptionReading, day: Day): string[] {
  const groups = new Set(reading.listOn(day)?.people.map(({ department }) => department))
  for (const told of reading.days) {
    if (told.day > day) break
    for (const group of told.groups.keys()) groups.add(group)
    for (const place of told.totals.keys()) groups.add(groupIn(place))
  }
  groups.delete('')
  return [...groups].sort((a, b) => a.localeCompare(b, 'en'))
}

export const groupIn = (place: string) => place.split('\t')[0] ?? ''
export const featureIn = (place: string) => place.split('\t')[1] ?? ''

const nobody: ReadonlySet<string> = new Set()

const peopleIn = ({ people, groups }: DayReading, group: Group): ReadonlySet<string> =>
  (group === undefined ? people : groups.get(group)) ?? nobody

/**
 * The whole of a day that is told in figures: what the file says of everybody, else the groups together. Where it only
 * tells of features, at least the greatest of them was active in each group.
 */
function totalOf(told: DayReading, figure: 'active' | 'licensed'): number | undefined {
  const whole = told.totals.get(placeText('', ''))?.[figure]
  if (whole != null) return whole
  const groups = new Set([...told.totals.keys()].map(groupIn))
  const each = [...groups].flatMap((group) => groupTotal(told, group, figure) ?? [])
  return each.length === 0 ? undefined : each.reduce((sum, value) => sum + value, 0)
}

function groupTotal(told: DayReading, group: string, figure: keyof Total): number | undefined {
  const own = told.totals.get(placeText(group, ''))?.[figure]
  if (own != null) return own
  const features = [...told.totals].flatMap(([place, total]) =>
    groupIn(place) === group && total[figure] != null ? [total[figure]] : [],
  )
  return features.length === 0 ? undefined : Math.max(...features)
}

const licensedIn = (told: DayReading, group: Group) =>
  group === undefined ? totalOf(told, 'licensed') : groupTotal(told, group, 'licensed')
