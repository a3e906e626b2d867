import { begunAt, standsSince } from '../merge/apply'
import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { HandoverItem, KnowledgeSession } from '../model/entities'
import type { HandoverAnswer } from '../model/handover-item'
import type { Instant } from '../model/value'
import { type IssueRow, severityAt } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { finish } from '../triage/sliced-sort'
import { type CountedIssues, componentKey, type HandoverIssues, ungraded } from './open-issues'
import type { HandoverKind } from './words'

export type HandoverItemRow = Row<HandoverItem>
export type KnowledgeSessionRow = Row<KnowledgeSession>

interface LineOf<K extends HandoverKind, R> {
  readonly kind: K
  readonly key: string
  /** Undefined while nobody has written it down: the issues say that it is needed. */
  readonly row: R | undefined
  readonly title: string
  /** What it was or would be drafted from, where that is still open. */
  readonly issue: IssueRow | undefined
  /** How many issues name the component, where it is one. */
  readonly named: number | undefined
  readonly answer: HandoverAnswer | undefined
  /** Why it is not done; nothing where it is. */
  readonly lacks: readonly string[]
  /** Whether the handover is incomplete without it. */
  readonly isNeeded: boolean
}

export type ItemLine = LineOf<Exclude<HandoverKind, 'session'>, HandoverItemRow>
export type SessionLine = LineOf<'session', KnowledgeSessionRow>
export type HandoverLine = ItemLine | SessionLine

export interface HandoverRows<I = HandoverIssues> {
  readonly items: Iterable<HandoverItemRow>
  readonly sessions: Iterable<KnowledgeSessionRow>
  readonly issues: I
}

const drawnBetweenYields = 500
const prefix = 'attendee:'

export function attendeesOf({ values }: KnowledgeSessionRow): string[] {
  return Object.entries(values)
    .flatMap(([field, value]) =>
      field.startsWith(prefix) && value === true ? [field.slice(prefix.length)] : [],
    )
    .sort((a, b) => a.localeCompare(b, 'en'))
}

export const attendeeField = (name: string) => `${prefix}${name}`
export const ownershipKey = (component: string) => `ownership:${componentKey(component)}`
export const knownErrorKey = (issue: string) => `known-error:${issue}`
const residualPrefix = 'residual:'
export const residualKey = (issue: string) => `${residualPrefix}${issue}`

/**
 * Everything that is handed over, as of the instant of the issues: what was written down by then, and what they say is
 * needed besides: an owner for every component that they name, and somebody's word for each that is open. An issue that
 * has ended is not left open any more. What was accepted when is known; every other field only as it is now. What is
 * written down and not done comes first, then what is only needed, then what is done.
 */
export function handoverLines(rows: HandoverRows): HandoverLine[] {
  return finish(handoverLinesInSteps(rows))
}

export function* handoverLinesInSteps(rows: HandoverRows): Generator<void, HandoverLine[]> {
  const { issues } = rows
  const { lines, known, owned } = writtenLines(rows)
  lines.sort(inOrder(issues.asOf))
  const needed: HandoverLine[] = []
  for (const [component, { name, issues: named }] of issues.components)
    if (!owned.has(component) && !known.has(ownershipKey(name)))
      needed.push(proposed('ownership', ownershipKey(name), name, { named }))
  let drawn = 0
  for (const issue of issues.open.values()) {
    if (++drawn % drawnBetweenYields === 0) yield
    const title = issueTitle(issue)
    if (!known.has(residualKey(issue.key)))
      needed.push(proposed('residual', residualKey(issue.key), title, { issue }))
    if (issue.values.workaround?.trim() && !known.has(knownErrorKey(issue.key)))
      needed.push(proposed('known-error', knownErrorKey(issue.key), title, { issue }))
  }
  const isOpen = ({ lacks }: HandoverLine) => lacks.length > 0
  return [...lines.filter(isOpen), ...needed, ...lines.filter((line) => !isOpen(line))]
}

/**
 * How many lines there are and how many of them are done, without drawing up those that issues alone ask for: whoever
 * asks of one day after the other has as many of them each time.
 */
export function countLines(rows: HandoverRows<CountedIssues>): {
  readonly done: number
  readonly of: number
} {
  const { components, open } = rows.issues
  const { lines, known, owned } = writtenLines(rows)
  let needed = open.size
  for (const key of known)
    if (key.startsWith(residualPrefix) && open.get(key.slice(residualPrefix.length))) needed--
  for (const [component, { name }] of components)
    if (!owned.has(component) && !known.has(ownershipKey(name))) needed++
  return { done: lines.filter(({ lacks }) => lacks.length === 0).length, of: lines.length + needed }
}

interface Written {
  readonly lines: HandoverLine[]
  /** Keys of all that was ever written down, also of what was taken off since. */
  readonly known: ReadonlySet<string>
  /** Components that have an owner, or are to have one. */
  readonly owned: ReadonlySet<string>
}

function writtenLines({ items, sessions, issues }: HandoverRows<CountedIssues>): Written {
  const { asOf } = issues
  const written = [...items].filter((row) => begunAt(row) <= asOf)
  const standing = written.filter((row) => stood(row, asOf))
  const lines: HandoverLine[] = standing.flatMap((row) => itemLine(row, issues) ?? [])
  for (const row of sessions) if (begunAt(row) <= asOf && stood(row, asOf)) lines.push(sessionLine(row, asOf))
  return {
    lines,
    known: new Set(written.map(({ key }) => key)),
    owned: new Set(
      standing.flatMap(({ values }) =>
        values.kind === 'ownership' ? [componentKey(values.title ?? '')] : [],
      ),
    ),
  }
}

export const issueTitle = (issue: IssueRow) =>
  [calledKey(issue), issue.values.title].filter(Boolean).join(' ')

function stood(row: HandoverItemRow | KnowledgeSessionRow, asOf: Instant): boolean {
  return row.values.removed !== true || standsSince(row, 'removed') > asOf
}

function itemLine(row: HandoverItemRow, issues: CountedIssues): ItemLine | undefined {
  const { asOf, open } = issues
  const { kind, title, issue: issueKey, takenBy, place, detail, workaround } = row.values
  if (!kind) return undefined
  const issue = issueKey ? open.get(issueKey) : undefined
  if (kind === 'residual' && issueKey && !issue) return undefined
  const lacks: string[] = []
  if ((kind === 'ownership' || kind === 'access') && !takenBy) lacks.push('nobody takes it over')
  if (kind === 'runbook' && !place && !detail) lacks.push('nobody says where it is')
  if (kind === 'known-error' && !workaround) lacks.push('no way round it')
  const { answer, lack } = answerOf(row, asOf, ['title', 'takenBy', 'place', 'detail', 'workaround'])
  return {
    kind,
    key: row.key,
    row,
    title: title || 'Untitled',
    issue,
    named: kind === 'ownership' ? issues.components.get(componentKey(title ?? ''))?.issues : undefined,
    answer,
    lacks: lack ? [...lacks, lack] : lacks,
    isNeeded: true,
  }
}

function sessionLine(row: KnowledgeSessionRow, asOf: Instant): SessionLine {
  const { title, heldAt } = row.values
  const lacks: string[] = []
  if (heldAt == null || heldAt > asOf) lacks.push('not held yet')
  else if (attendeesOf(row).length === 0) lacks.push('nobody says who was there')
  const { answer, lack } = answerOf(row, asOf, ['title', 'heldAt'])
  const all = lack ? [...lacks, lack] : lacks
  return {
    kind: 'session',
    key: row.key,
    row,
    title: title || 'Untitled',
    issue: undefined,
    named: undefined,
    answer,
    lacks: all,
    isNeeded: true,
  }
}

function proposed(
  kind: ItemLine['kind'],
  key: string,
  title: string,
  { issue, named }: { readonly issue?: IssueRow; readonly named?: number },
): ItemLine {
  const isNeeded = kind !== 'known-error'
  const lacks = [kind === 'residual' ? 'nobody has accepted it' : 'not written down yet']
  return { kind, key, row: undefined, title, issue, named, answer: undefined, lacks, isNeeded }
}

/** Whoever accepted something accepted what it said then, also where that was changed on another laptop. */
function answerOf(
  row: HandoverItemRow | KnowledgeSessionRow,
  asOf: Instant,
  said: readonly string[],
): { answer: HandoverAnswer | undefined; lack: string | undefined } {
  const moment = momentsOf(row, 'answer').findLast(({ at }) => at <= asOf)
  const answer = (moment?.value ?? undefined) as HandoverAnswer | undefined
  if (!moment || !answer) return { answer: undefined, lack: 'not accepted yet' }
  if (answer === 'declined') return { answer, lack: 'declined' }
  const changed = said.some((field) => {
    const since = standsSince(row, field)
    return since > moment.at && since <= asOf
  })
  return { answer, lack: changed ? 'changed since it was accepted' : undefined }
}

function inOrder(asOf: Instant): (a: HandoverLine, b: HandoverLine) => number {
  const severityOf = ({ issue }: HandoverLine) => (issue && severityAt(issue, asOf)) || ungraded
  return (a, b) =>
    severityOf(a) - severityOf(b) || a.title.localeCompare(b.title, 'en') || (a.key < b.key ? -1 : 1)
}
