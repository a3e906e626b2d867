import { digestOf } from '../importing/digest'
import type { Row } from '../merge/row'
import type { Person, ShiftOverride } from '../model/entities'
import { personKeyFromName } from '../model/person'
import { roleWords } from '../ownership/role-words'
import { type Planned, planned } from '../triage/plan'
import { type Placing, type PlacingContext, placingIntents } from './accept-proposal'
import { namesOf } from './severe-touches'
import { type ShiftRole, shiftRoles } from './shift'
import type { Span } from './span-line'

/** A stretch of somebody's time as a file tells it. */
export interface ScheduleEntry extends Span {
  /** The same whenever the file is read. */
  readonly id: string
  /** Names and addresses that may say who it is, the surest first. */
  readonly people: readonly string[]
  /** Words that may say in which role. */
  readonly words: readonly string[]
}

/** What somebody has answered about a schedule. */
export interface ScheduleAnswers {
  /** For what names no role. */
  readonly role: ShiftRole
  /** By what the file calls them; null for nobody here. */
  readonly people: ReadonlyMap<string, string | null>
}

export interface ReadSchedule {
  readonly placings: readonly (Placing & { readonly key: string })[]
  /** What the file calls people whom nobody here is, with how many shifts they have. */
  readonly unknownPeople: ReadonlyMap<string, number>
  /** How many shifts name no role. */
  readonly withoutRole: number
}

/** Who is meant by each entry, and in which role. */
export function readSchedule(
  entries: readonly ScheduleEntry[],
  people: ReadonlyMap<string, Row<Person>>,
  answers: ScheduleAnswers,
): ReadSchedule {
  const known = [...people.values()].filter(({ values }) => values.removed !== true)
  const personOf = personFinder(known)
  const placings = new Map<string, Placing & { readonly key: string }>()
  const unknownPeople = new Map<string, number>()
  let withoutRole = 0
  for (const entry of entries) {
    const role = roleIn(entry.words)
    if (!role) withoutRole++
    const label = labelOf(entry)
    const answered = answers.people.get(label)
    const person = answered === undefined ? personOf(entry.people) : answered
    if (person === undefined) unknownPeople.set(label, (unknownPeople.get(label) ?? 0) + 1)
    if (!person) continue
    const key = `schedule:${digestOf(`${entry.id}\n${person}`)}`
    const { from, to } = entry
    placings.set(key, {
      key,
      role: role ?? answers.role,
      rotation: null,
      person,
      from,
      to,
      note: 'From a calendar',
    })
  }
  return { placings: [...placings.values()], unknownPeople, withoutRole }
}

/** What is not so already, as one change: a file that is read again writes the same rows. */
export function importSchedule(
  file: string,
  { placings }: ReadSchedule,
  overrides: ReadonlyMap<string, Row<ShiftOverride>>,
  context: Omit<PlacingContext, 'newKey'>,
): Planned {
  const intents = placings.flatMap((placing) =>
    placingIntents([placing], { ...context, newKey: () => placing.key }).filter(({ key, fields }) => {
      const before = overrides.get(key)?.values
      const told = ['role', 'person', 'from', 'to', 'zone'] as const
      return !before || before.removed === true || told.some((field) => before[field] !== fields[field])
    }),
  )
  const fresh = intents.map((intent) => ({ ...intent, fields: { ...intent.fields, removed: false } }))
  return planned(`${file} taken into the rota: ${intents.length} shifts`, fresh)
}

const labelOf = ({ people }: ScheduleEntry): string => people[0] || 'nobody named'

/** Who is meant, by a name of theirs or, where only one person's whole name is in a text, by that. */
function personFinder(people: readonly Row<Person>[]): (texts: readonly string[]) => string | undefined {
  const named = namesOf(people)
  const whole = people.flatMap(({ key, values }) => {
    const name = values.name ? plainName(values.name) : ''
    return name.includes(' ') ? [{ key, name }] : []
  })
  const found = new Map<string, string | undefined>()
  return (texts) => {
    const all = texts.join('\n')
    if (found.has(all)) return found.get(all)
    const exact = texts.map(named).find((person) => person !== undefined)
    const plain = texts.map(plainName)
    const within =
      exact === undefined ? whole.filter(({ name }) => plain.some((text) => text.includes(name))) : []
    const person = exact ?? (within.length === 1 ? within[0]?.key : undefined)
    found.set(all, person)
    return person
  }
}

const plainName = (text: string) => personKeyFromName(text).slice('person:'.length)

function roleIn(words: readonly string[]): ShiftRole | undefined {
  const text = words.join('\n').toLocaleLowerCase('en')
  const named = shiftRoles.filter(
    (role) =>
      text.includes(roleWords[role].toLocaleLowerCase('en')) || new RegExp(`\\b${role}\\b`).test(text),
  )
  return named.length === 1 ? named[0] : undefined
}
