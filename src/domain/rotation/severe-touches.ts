import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { Comment, Person } from '../model/entities'
import type { Severity, TrackedIssueField } from '../model/issue'
import { personKeyFromName } from '../model/person'
import type { Instant } from '../model/value'
import { type IssueRow, phaseAt, phasesOf } from '../triage/as-of'

/** Something that somebody did to an issue while it was of severity 1 or 2. */
export interface SevereTouch {
  /** Key of the person. */
  readonly person: string
  readonly issue: string
  readonly at: Instant
}

/** What is counted, in words for everybody who sees the figure. */
export const touchMeans =
  'A touch is a change of status, severity, owner or team, or a comment, by somebody on the list of people, on an issue that was of severity 1 or 2 at that time; what one person does to one issue at one moment is one touch.'

const takenBetweenYields = 2_000

export interface TouchSources {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly comments: Iterable<Row<Comment>>
  readonly people: Iterable<Row<Person>>
}

/** Every such touch after `from` and up to `to`, in steps: there may be a hundred thousand issues. */
export function* severeTouches(
  { issues, comments, people }: TouchSources,
  from: Instant,
  to: Instant,
): Generator<void, SevereTouch[]> {
  const personNamed = namesOf(people)
  const touches: SevereTouch[] = []
  const told = commentsByIssue(comments, from, to)
  let taken = 0
  for (const [key, row] of issues) {
    if (++taken % takenBetweenYields === 0) yield
    const moments = [...trackedMoments(row, from, to), ...(told.get(key) ?? [])]
    if (moments.length === 0) continue
    const phases = phasesOf(row)
    const seen = new Set<string>()
    for (const { at, by } of moments) {
      const person = personNamed(by)
      const once = `${person} ${at}`
      if (person === undefined || seen.has(once) || !isSevere(phaseAt(phases, at)?.severity)) continue
      seen.add(once)
      touches.push({ person, issue: key, at })
    }
  }
  return touches
}

export interface HeroIndex {
  readonly person: string
  readonly touches: number
  /** Of all of them, in percent. */
  readonly percent: number
}

/** Who carries how much of severity 1 and 2, the most first. */
export function heroIndices(touches: readonly SevereTouch[]): HeroIndex[] {
  const counts = new Map<string, number>()
  for (const { person } of touches) counts.set(person, (counts.get(person) ?? 0) + 1)
  return [...counts]
    .map(([person, count]) => ({ person, touches: count, percent: (100 * count) / touches.length }))
    .sort((a, b) => b.touches - a.touches || (a.person < b.person ? -1 : 1))
}

/** Fewer than these say nothing about who carries too much. */
export const fewestTouches = 10

interface Told {
  readonly at: Instant
  readonly by: string
}

/** Who rescued whom is told along with the status: that is one touch. */
const touchingFields = ['status', 'severity', 'owner', 'team', 'patch'] as const satisfies TrackedIssueField[]

function trackedMoments(row: IssueRow, from: Instant, to: Instant): Told[] {
  if (row.values.removed === true) return []
  return touchingFields.flatMap((field) => momentsOf(row, field).filter(({ at }) => from < at && at <= to))
}

function commentsByIssue(comments: Iterable<Row<Comment>>, from: Instant, to: Instant): Map<string, Told[]> {
  const told = new Map<string, Told[]>()
  for (const { values } of comments) {
    const { issue, author, writtenAt, removed } = values
    if (!issue || !author || writtenAt == null || removed === true) continue
    if (writtenAt <= from || writtenAt > to) continue
    const own = told.get(issue)
    if (own) own.push({ at: writtenAt, by: author })
    else told.set(issue, [{ at: writtenAt, by: author }])
  }
  return told
}

/** Histories and comments name people; the list of people knows their names here and in the trackers. */
export function namesOf(people: Iterable<Row<Person>>): (name: string) => string | undefined {
  const keys = new Map<string, string>()
  for (const { key, values } of people)
    for (const name of [values.email, values.sourceName, values.name])
      if (name) keys.set(personKeyFromName(name), key)
  const known = new Map<string, string | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, keys.get(personKeyFromName(name)))
    return known.get(name)
  }
}

const isSevere = (severity: Severity | null | undefined) => severity === 1 || severity === 2
