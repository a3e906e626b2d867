import { licenceLines, peopleLines, usageText } from '../adoption/lines'
import { digestOf } from '../importing/digest'
import { addDays } from '../time/day'
import { startOfDay } from '../time/zone'
import { changeManager } from './cast'
import type { DemoIntent } from './issues'
import { Random } from './random'
import { type Calendar, hour } from './timing'

interface StoryGroup {
  readonly name: string
  readonly people: number
  /** How many in a hundred are there on a working day, by week since go-live. */
  readonly present: readonly number[]
  readonly neverCame: number
}

const groups: readonly StoryGroup[] = [
  { name: 'Customer Centre North', people: 34, present: [82, 86, 88, 90, 91, 92], neverCame: 1 },
  { name: 'Customer Centre South', people: 31, present: [80, 83, 84, 87, 89, 90], neverCame: 2 },
  { name: 'Billing Operations', people: 18, present: [88, 74, 58, 71, 82, 87], neverCame: 0 },
  { name: 'Field Planning', people: 22, present: [46, 55, 60, 66, 74, 79], neverCame: 4 },
  { name: 'Meter Services', people: 9, present: [60, 42, 0, 35, 64, 78], neverCame: 1 },
]

/** Of those who are there, how many in a hundred use it on a day. */
const features: Readonly<Record<string, number>> = {
  'Customer 360': 86,
  'Case management': 64,
  'Move in / move out': 38,
  Payments: 31,
  'Meter readings': 12,
}

const firstNames = [
  'Aino',
  'Bela',
  'Clara',
  'Dario',
  'Edda',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jaro',
  'Kaja',
  'Leon',
]
const lastNames = [
  'Aalto',
  'Berger',
  'Celik',
  'Duarte',
  'Eklund',
  'Fabry',
  'Grosz',
  'Hovland',
  'Ivanov',
  'Jansen',
]

interface User {
  readonly person: string
  readonly name: string
  readonly group: StoryGroup
  readonly comes: boolean
}

/** Who used the system since go-live: most do, one group less every week, one stays away, some never came. */
export function* adoption(calendar: Calendar, seed: number): Generator<DemoIntent> {
  // A stream of its own, so that the rest of the demo stays as it was.
  const random = new Random(seed ^ 0x5eed)
  const users = groups.flatMap((group, place) => usersOf(group, place))
  const importedAt = calendar.now - hour
  const seen = new Set<string>()
  for (const [index, { day, working }] of calendar.days.slice(0, -1).entries()) {
    const uses = new Map<string, number>()
    for (const { person, group, comes } of users) {
      const share = (working ? 1 : 0.06) * (group.present[Math.floor(index / 7)] ?? 0)
      if (!comes || !random.chance(share / 100)) continue
      seen.add(person)
      uses.set(usageText({ person, feature: '', group: '' }), random.between(1, 3))
      for (const [feature, percent] of Object.entries(features))
        if (random.chance(percent / 100))
          uses.set(usageText({ person, feature, group: '' }), random.between(1, 12))
    }
    if (uses.size === 0) continue
    const people = peopleLines(uses).join('\n')
    const at = startOfDay(addDays(day, 1), calendar.zone) - 1
    yield told('activePeople', `${day}/${digestOf(people)}`, { day, people }, at)
  }
  const lines = licenceLines(
    users.map(({ person, name, group }) => ({
      person,
      alias: '',
      name,
      department: group.name,
      state: 'active',
      lastSeen: '',
    })),
  )
  const day = calendar.day(0)
  const list = digestOf(lines.join('\n'))
  const page = { day, list, page: 1, pages: 1, people: lines.join('\n') }
  yield told('licencePage', `${day}/${list}/1`, page, calendar.goLiveAt)
  yield told(
    'adoptionImport',
    'adoption:1',
    {
      file: 'usage-since-go-live.csv',
      kind: 'usage',
      importedAt,
      records: 9_412,
      people: seen.size,
      from: calendar.day(0),
      to: calendar.day(calendar.length - 1),
      failed: 118,
      api: 2_046,
      integration: 388,
      quarantined: 0,
    },
    importedAt,
  )
  const raisedAt = calendar.goLiveAt + 16 * 24 * hour
  yield told(
    'adoptionConcern',
    'concern:1',
    {
      title: 'Field Planning: half of them still phone the service desk',
      kind: 'other',
      group: 'Field Planning',
      day: calendar.day(15),
      seen: 'About one in two is there on a working day; the others ring up and have cases keyed in for them.',
      action: 'Ride along with two crews; show the offline mask on their own tablets.',
      owner: changeManager.key,
      state: 'open',
      raisedAt,
    },
    raisedAt,
  )
  if (!calendar.isWhole) return
  const endedAt = calendar.goLiveAt + 34 * 24 * hour
  yield told('adoptionConcern', 'concern:1', { state: 'done', endedAt }, endedAt)
}

function told(entity: string, key: string, fields: DemoIntent['fields'], at: number): DemoIntent {
  return { entity, key, fields, at, by: changeManager.name }
}

function usersOf(group: StoryGroup, place: number): User[] {
  return Array.from({ length: group.people }, (_, index) => {
    const number = place * 23 + index
    const first = firstNames[number % firstNames.length] ?? ''
    const last = lastNames[Math.floor(number / firstNames.length) % lastNames.length] ?? ''
    const person = `${first}.${last}.${place + 1}@meridian-water.example`.toLowerCase()
    return { person, name: `${first} ${last}`, group, comes: index >= group.neverCame }
  })
}
