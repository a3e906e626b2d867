import { begunAt, standsSince } from '../merge/apply'
import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { HandoverItem, KnowledgeSession } from '../model/entities'
import type { HandoverAnswer } from '../model/handover-item'
import type { Instant } from '../model/value'
import { type IssueRow, severityAt } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { componentKey, type HandoverIssues, ungraded } from './open-issues'
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

export interface HandoverRows {
  readonly items: Iterable<HandoverItemRow>
  readonly sessions: Iterable<KnowledgeSessionRow>
  readonly issues: HandoverIssues
}

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
export const residualKey = (issue: string) => `residual:${issue}`

/**
 * Everything that is handed over, as of the instant of the issues: what was written down by then, and what they say is
 * needed besides: an owner for every component that they name, and somebody's word for each that is open. An issue that
 * has ended is not left open any more. What was accepted when is known; every other field only as it is now. What is
 * written down and not done comes first, then what is only needed, then what is done.
 */
export function handoverLines({ items, sessions, issues }: HandoverRows): HandoverLine[] {
  const { asOf } = issues
  const written = [...items].filter((row) => begunAt(row) <= asOf)
  const known = new Set(written.map(({ key }) => key))
  const standing = written.filter((row) => stood(row, asOf))
  const owned = new Set(
    standing.flatMap(({ values }) => (values.kind === 'ownership' ? [componentKey(values.title ?? '')] : [])),
  )
  const lines: HandoverLine[] = standing.flatMap((row) => itemLine(row, issues) ?? [])
  for (const row of sessions) if (begunAt(row) <= asOf && stood(row, asOf)) lines.push(sessionLine(row, asOf))
  lines.sort(inOrder(asOf))
  const needed: HandoverLine[] = []
  for (const [component, { name, issues: named }] of issues.components)
    if (!owned.has(component) && !known.has(ownershipKey(name)))
      needed.push(proposed('ownership', ownershipKey(name), name, { named }))
  for (const issue of issues.open.values()) {
    const title = issueTitle(issue)
    if (!known.has(residualKey(issue.key)))
      needed.push(proposed('residual', residualKey(issue.key), title, { issue }))
    if (issue.values.workaround?.trim() && !known.has(knownErrorKey(issue.key)))
      needed.push(proposed('known-error', knownErrorKey(issue.key), title, { issue }))
  }
  const isOpen = ({ lacks }: HandoverLine) => lacks.length > 0
  return [...lines.filter(isOpen), ...needed, ...lines.filter((line) => !isOpen(line))]
}

export const issueTitle = (issue: IssueRow) =>
  [calledKey(issue), issue.values.title].filter(Boolean).join(' ')

function stood(row: HandoverItemRow | KnowledgeSessionRow, asOf: Instant): boolean {
  return row.values.removed !== true || standsSince(row, 'removed') > asOf
}

function itemLine(row: HandoverItemRow, issues: HandoverIssues): ItemLine | undefined {
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
