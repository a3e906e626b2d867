import type { Row } from '../merge/row'
import type { Person } from '../model/entities'
import { personKeyFromName } from '../model/person'
import type { Fields, Value } from '../model/value'

/**
 * A text names people as anybody would write it, `@Priya Raman`, and stays readable in every export. Who is meant is
 * kept beside it, a field per person (`mention:KEY`) with the name as it stands in the text: whoever is renamed later
 * is still found, and is shown by the name of today.
 */

type PersonRow = Row<Person>
export type Mentioning = Readonly<Record<string, Value | undefined>>

const prefix = 'mention:'
const sign = '@'
const letter = /[\p{L}\p{N}]/u
/** Nobody types more, and a field's name has an end. */
const longestName = 200

export const mentionField = (person: string) => `${prefix}${person}` as const

/** Who is meant by the names in a text, by key, each with the name as it is written there. */
export function mentionsIn(text: string, people: Iterable<PersonRow>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const places = [...signsIn(text)]
  if (places.length === 0) return found
  const known = [...people]
    .filter(({ values }) => !values.removed)
    .map(({ key, values }) => ({ key, name: values.name ?? '' }))
    .filter(({ name }) => name !== '' && name.length <= longestName)
    .sort((left, right) => right.name.length - left.name.length)
  for (const place of places) {
    const first = known.find(({ name }) => names(text, place, name))
    if (!first) continue
    // Two people of the same name are both meant: better one too many than the one it was for.
    for (const { key, name } of known)
      if (name.length === first.name.length && names(text, place, name))
        found.set(key, text.slice(place + 1, place + 1 + name.length))
  }
  return found
}

/** Signs that can begin a name; one inside a mail address does not. */
function* signsIn(text: string): Generator<number> {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
    if (at === 0 || !letter.test(text[at - 1] ?? '')) yield at
}

/** Whether the name stands in the text after the sign, and ends there. */
function names(text: string, place: number, name: string): boolean {
  const end = place + 1 + name.length
  return text.slice(place + 1, end).toLowerCase() === name.toLowerCase() && !letter.test(text[end] ?? '')
}

/** What to write so that just these people are mentioned, given what stands. */
export function mentionFields(standing: Mentioning, wanted: ReadonlyMap<string, string>): Fields {
  const fields: Fields = {}
  for (const [person] of writtenMentions(standing))
    if (!wanted.has(person)) fields[mentionField(person)] = null
  for (const [person, name] of wanted)
    if (standing[mentionField(person)] !== name) fields[mentionField(person)] = name
  return fields
}

/** Who is mentioned, by key, each with the name as it is written. */
export function* writtenMentions(values: Mentioning): Generator<readonly [person: string, name: string]> {
  for (const field in values) {
    const name = field.startsWith(prefix) ? values[field] : undefined
    if (typeof name === 'string' && name !== '') yield [field.slice(prefix.length), name]
  }
}

export const mentions = (values: Mentioning, person: string) => {
  const name = values[mentionField(person)]
  return typeof name === 'string' && name !== ''
}

export type TextPart = string | { readonly person: string; readonly written: string }

/** A text cut at the names of those whom it mentions. */
export function partsOf(text: string, values: Mentioning): readonly TextPart[] {
  const known = [...writtenMentions(values)].sort(([, left], [, right]) => right.length - left.length)
  if (known.length === 0) return [text]
  const parts: TextPart[] = []
  let done = 0
  for (const place of signsIn(text)) {
    const [person, written] = known.find(([, name]) => names(text, place, name)) ?? []
    if (person === undefined || written === undefined || place < done) continue
    if (place > done) parts.push(text.slice(done, place))
    done = place + 1 + written.length
    parts.push({ person, written: text.slice(place + 1, done) })
  }
  if (done < text.length) parts.push(text.slice(done))
  return parts
}

/** The person whom the user of a laptop is, told by the name that they go by; undefined where nobody has it. */
export function personCalled(name: string, people: Iterable<PersonRow>): PersonRow | undefined {
  if (name.trim() === '') return undefined
  const wanted = personKeyFromName(name)
  for (const person of people) {
    const { removed, name: own, sourceName } = person.values
    if (removed) continue
    if ([own, sourceName].some((called) => called != null && personKeyFromName(called) === wanted))
      return person
  }
  return undefined
}
