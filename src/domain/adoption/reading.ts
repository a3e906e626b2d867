import { begunAt } from '../merge/apply'
import type { Row } from '../merge/row'
import type { ActivePeople, LicencePage, UsageTotals } from '../model/entities'
import { addDays, type Day } from '../time/day'
import { startOfDay } from '../time/zone'
import { type LicenceList, licenceLists } from './licence-lists'
import { type Total, usageOf } from './lines'
import { peopleOf, rowsByDay, totalsOf } from './rows-of-days'

export interface AdoptionTables {
  readonly people: Iterable<Row<ActivePeople>>
  readonly totals: Iterable<Row<UsageTotals>>
  readonly licences: Iterable<Row<LicencePage>>
}

export interface FeatureUse {
  readonly people: ReadonlySet<string>
  readonly events: number
}

/** What is known of one day. */
export interface DayReading {
  readonly day: Day
  /** Everybody who was active; undefined where the day is told in figures alone. */
  readonly people: ReadonlySet<string> | undefined
  /** The same by where they work, as the list in force says, else as files of use do; nobody says of ''. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
  readonly features: ReadonlyMap<string, FeatureUse>
  /** Figures by group and feature, as `placeText` writes them. */
  readonly totals: ReadonlyMap<string, Total>
  /** The day was not over yet when a file last told of it. */
  readonly isPart: boolean
  readonly rows: readonly { readonly entity: string; readonly key: string }[]
}

/** How a system is taken up: who was active when, of those who could have been. */
export interface AdoptionReading {
  /** Days that files tell of, the earliest first. */
  readonly days: readonly DayReading[]
  on(day: Day): DayReading | undefined
  /** Who could sign in on a day: the latest list until then, or the earliest there is. */
  listOn(day: Day): LicenceList | undefined
}

export const nothingRead: AdoptionReading = {
  days: [],
  on: () => undefined,
  listOn: () => undefined,
}

/** The last day that was over when it was told of; where there is none such, the last at all. */
export function lastWholeDay({ days }: AdoptionReading): Day | undefined {
  return (days.findLast(({ isPart }) => !isPart) ?? days.at(-1))?.day
}

/** Reads everything that is known up to a day, in steps of a row or two. */
export function* readAdoption(
  tables: AdoptionTables,
  zone: string,
  until: Day,
): Generator<void, AdoptionReading> {
  const lists = licenceLists(tables.licences).filter(({ day }) => day <= until)
  yield
  const names = namesIn(lists)
  const people = rowsByDay(tables.people)
  const totals = rowsByDay(tables.totals)
  const listOn = (day: Day) => lists.findLast((list) => list.day <= day) ?? lists[0]
  const days: DayReading[] = []
  const known = [...new Set([...people.keys(), ...totals.keys()])].filter((day) => day <= until).sort()
  for (const day of known) {
    const departments = departmentsOf(listOn(day), names)
    days.push(readDay(day, people.get(day) ?? [], totals.get(day) ?? [], zone, names, departments))
    yield
  }
  const byDay = new Map(days.map((reading) => [reading.day, reading]))
  return { days, on: (day) => byDay.get(day), listOn }
}

interface Names {
  /** The name of somebody who is also known by an id. */
  readonly aliases: ReadonlyMap<string, string>
  readonly integrations: ReadonlySet<string>
  /** Where people work, by the list that says so. */
  readonly departments: Map<LicenceList, ReadonlyMap<string, string>>
  /** Where they work as files of use last said. */
  readonly told: Map<string, string>
}

function departmentsOf(list: LicenceList | undefined, { departments }: Names): ReadonlyMap<string, string> {
  if (!list) return new Map()
  let found = departments.get(list)
  if (!found) {
    found = new Map(list.people.map(({ person, department }) => [person, department]))
    departments.set(list, found)
  }
  return found
}

function namesIn(lists: readonly LicenceList[]): Names {
  const all = lists.flatMap(({ people }) => people)
  return {
    aliases: new Map(all.filter(({ alias }) => alias !== '').map(({ alias, person }) => [alias, person])),
    integrations: new Set(all.filter(({ state }) => state === 'integration').map(({ person }) => person)),
    departments: new Map(),
    told: new Map(),
  }
}

function readDay(
  day: Day,
  peopleRows: readonly Row<ActivePeople>[],
  totalRows: readonly Row<UsageTotals>[],
  zone: string,
  { aliases, integrations, told }: Names,
  departments: ReadonlyMap<string, string>,
): DayReading {
  const people = new Set<string>()
  const features = new Map<string, { people: Set<string>; events: number }>()
  for (const [text, events] of peopleOf(peopleRows)) {
    const usage = usageOf(text)
    const person = aliases.get(usage.person) ?? usage.person
    if (integrations.has(person)) continue
    people.add(person)
    if (usage.group !== '') told.set(person, usage.group)
    if (usage.feature === '') continue
    const use = features.get(usage.feature) ?? { people: new Set(), events: 0 }
    use.people.add(person)
    use.events += events
    features.set(usage.feature, use)
  }
  const groups = new Map<string, Set<string>>()
  for (const person of people) {
    const group = departments.get(person) || told.get(person) || ''
    const members = groups.get(group)
    if (members) members.add(person)
    else groups.set(group, new Set([person]))
  }
  const rows = [...peopleRows, ...totalRows]
  const end = startOfDay(addDays(day, 1), zone) - 1
  return {
    day,
    people: peopleRows.length > 0 ? people : undefined,
    groups,
    features,
    totals: totalsOf(totalRows),
    isPart: rows.every((row) => begunAt(row) < end),
    rows: [
      ...peopleRows.map(({ key }) => ({ entity: 'activePeople', key })),
      ...totalRows.map(({ key }) => ({ entity: 'usageTotals', key })),
    ],
  }
}
