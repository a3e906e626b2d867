import type { Row } from '../merge/row'
import type { Decision, Person } from '../model/entities'
import type { ShiftRole } from '../rotation/shift'
import type { Day } from '../time/day'
import { type About, aboutId, topicWords } from './about'
import type { FactGroup, StandupFacts } from './facts'
import { isOpenLine, type SaidLine } from './lines'
import type { StandupRecord } from './record'

/** One stop of the round. */
export interface AgendaEntry {
  readonly id: string
  readonly about: About
  readonly title: string
  /** What they are on shift as, if they are. */
  readonly onShift: readonly ShiftRole[]
  readonly facts: readonly FactGroup[]
  /** Actions and blockers of earlier standups that are still open, or were until this one. */
  readonly carried: readonly SaidLine[]
  /** What has been said at this one. */
  readonly said: readonly SaidLine[]
  readonly decisions: readonly Row<Decision>[]
}

export interface AgendaInput {
  readonly standup: StandupRecord
  /** Undefined while they are being read. */
  readonly facts: StandupFacts | undefined
  readonly lines: readonly SaidLine[]
  readonly people: ReadonlyMap<string, Row<Person>>
  /** Whether somebody is on leave; whoever is only off shift may still have something to say. */
  readonly isAway: (person: string) => boolean
  /** Who is on shift, and as what. */
  readonly onShift: ReadonlyMap<string, readonly ShiftRole[]>
  readonly decisionsNeeded: readonly Row<Decision>[]
  readonly today: Day
}

/** The round: what is new to all, each person who has something to say, and what nobody would bring up. */
export function agendaOf(input: AgendaInput): AgendaEntry[] {
  const { standup, facts, lines, decisionsNeeded } = input
  const people = speakers(input)
  const speaking = new Set(people)
  const carriedFor = (about: About): SaidLine[] =>
    lines.filter((line) => isCarried(line, standup) && isFor(line, about, speaking))
  const entry = (about: About, title: string, found: readonly FactGroup[] = []): AgendaEntry => ({
    id: aboutId(about),
    about,
    title,
    onShift: about.kind === 'person' ? (input.onShift.get(about.person) ?? []) : [],
    facts: found,
    carried: carriedFor(about),
    said: lines.filter((line) => line.standup === standup.key && aboutId(line.about) === aboutId(about)),
    decisions: about.kind === 'topic' && about.topic === 'decisions' ? decisionsNeeded : [],
  })
  const topic = (name: keyof typeof topicWords, found?: readonly FactGroup[]) =>
    entry({ kind: 'topic', topic: name }, topicWords[name], found)
  return [
    topic('round-up', facts?.roundUp),
    ...people.map((person) =>
      entry({ kind: 'person', person }, nameOf(person, input), facts?.byPerson.get(person)),
    ),
    topic('unowned', facts?.unowned),
    topic('decisions'),
    topic('other'),
  ]
}

/** Still open when the standup began. One of this standup is among what was said. */
function isCarried(line: SaidLine, { key, startedAt }: StandupRecord): boolean {
  if (line.standup === key || (line.kind !== 'action' && line.kind !== 'blocker')) return false
  return line.at <= startedAt && (isOpenLine(line) || (line.doneAt ?? 0) >= startedAt)
}

/** An action comes up with who does it; whatever nobody in the round would bring up comes at the end. */
function isFor(line: SaidLine, about: About, speaking: ReadonlySet<string>): boolean {
  const person = line.owner ?? (line.about.kind === 'person' ? line.about.person : undefined)
  if (about.kind === 'person') return person === about.person
  if (person !== undefined) return about.topic === 'other' && !speaking.has(person)
  return line.about.kind === 'topic' && line.about.topic === about.topic
}

/** Those on shift first, then by name: who is of the team and here, and who has spoken in any case. */
function speakers(input: AgendaInput): string[] {
  const { standup, facts, lines, people, isAway, onShift, today } = input
  const spoken = new Set<string>()
  const involved = new Set<string>([...(facts?.byPerson.keys() ?? []), ...standup.here, ...onShift.keys()])
  for (const line of lines) {
    const about = line.about.kind === 'person' ? line.about.person : undefined
    if (about !== undefined && line.standup === standup.key) spoken.add(about)
    const person = line.owner ?? about
    if (person !== undefined && isCarried(line, standup)) involved.add(person)
  }
  for (const { key, values } of people.values())
    if (values.role != null && values.role !== 'sponsor') involved.add(key)
  const isHere = (person: string) => {
    const { removed, leftOn } = people.get(person)?.values ?? { removed: true }
    return removed !== true && (leftOn == null || leftOn >= today) && !isAway(person)
  }
  return [...new Set([...spoken, ...[...involved].filter(isHere)])].sort((a, b) => {
    const shift = Number(onShift.has(b)) - Number(onShift.has(a))
    return shift || nameOf(a, input).localeCompare(nameOf(b, input)) || (a < b ? -1 : 1)
  })
}

const nameOf = (person: string, { people }: AgendaInput) => people.get(person)?.values.name || person
