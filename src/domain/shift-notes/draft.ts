import type { Instant } from '../model/value'
import { isOpenLine, isOverdue, type SaidLine } from '../standup/lines'
import type { Day } from '../time/day'
import { formatInstant, formatShortDay } from '../time/format'
import { dayOf } from '../time/zone'
import { changesSince, type IssueChange } from '../today/changes-since'
import { type IssueRow, isEnded, raisedAt } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { holdReasonWords, statusWords } from '../triage/words'

export interface DraftInput {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly lines: readonly SaidLine[]
  readonly since: Instant
  readonly now: Instant
  readonly zone: string
  readonly personName: (key: string) => string
}

const readBetweenYields = 2_000
const mostSevere = 40
const mostNamed = 15
const mostActions = 25

const changeWords: Readonly<Record<Exclude<IssueChange, 'reassigned'>, string>> = {
  new: 'New',
  resolved: 'Resolved',
  returned: 'Returned',
  raised: 'Severity raised',
}

/** The note as it is proposed, in plain lines: what burns and what is next for it, what changed, what was promised. */
export function* draftNote(input: DraftInput): Generator<void, string> {
  const { issues, lines, since, zone } = input
  const severe: IssueRow[] = []
  const changed = new Map<string, IssueRow[]>(Object.keys(changeWords).map((change) => [change, []]))
  let read = 0
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    const { removed, status, severity } = row.values
    if (removed === true) continue
    if ((severity === 1 || severity === 2) && !isEnded(status ?? 'new')) severe.push(row)
    for (const change of changesSince(row, since)) changed.get(change)?.push(row)
  }
  const promises = promisesByIssue(lines)
  const news = Object.entries(changeWords).flatMap(([change, words]) => {
    const rows = changed.get(change) ?? []
    return rows.length > 0 ? [`${words}: ${named(rows)}`] : []
  })
  const actions = openActions(lines)
  return [
    section(
      `Severity 1 and 2 open: ${severe.length}`,
      shortened(severe.sort(byGravity), mostSevere, (row) => severeText(row, promises.get(row.key), input)),
    ),
    section(`What changed since ${formatInstant(since, zone)}`, news),
    section(
      `Actions open: ${actions.length}`,
      shortened(actions, mostActions, (action) => actionText(action, input)),
    ),
  ].join('\n\n')
}

function section(heading: string, items: readonly string[]): string {
  const told = items.length > 0 ? items : ['Nothing']
  return [heading, ...told.map((item) => `- ${item}`)].join('\n')
}

function shortened<T>(all: readonly T[], most: number, text: (one: T) => string): string[] {
  const more = all.length - most
  return [...all.slice(0, most).map(text), ...(more > 0 ? [`and ${more} more`] : [])]
}

function severeText(row: IssueRow, promise: SaidLine | undefined, input: DraftInput): string {
  const { title, severity } = row.values
  const called = `${calledKey(row)} (severity ${severity}) ${oneLine(title ?? '')}`.trim()
  return `${called}. ${waitingText(row, input)}. Next: ${promise ? actionText(promise, input) : 'to be said'}`
}

/** Where it stands and who or what it waits for. */
function waitingText({ values }: IssueRow, { zone, personName }: DraftInput): string {
  const { status, owner, holdReason, holdUntil } = values
  const whose = owner ? personName(owner) : 'nobody'
  if (status !== 'on-hold') return `${statusWords[status ?? 'new']}, waiting for ${whose}`
  const reason = holdReason ? holdReasonWords[holdReason] : 'On hold'
  const until = holdUntil == null ? '' : ` until ${formatInstant(holdUntil, zone)}`
  return `${reason}${until}, with ${whose}`
}

/** The action of an issue that falls due first. */
function promisesByIssue(lines: readonly SaidLine[]): Map<string, SaidLine> {
  const promises = new Map<string, SaidLine>()
  for (const action of openActions(lines))
    if (action.issue !== undefined && !promises.has(action.issue)) promises.set(action.issue, action)
  return promises
}

function openActions(lines: readonly SaidLine[]): SaidLine[] {
  const due = ({ dueOn }: SaidLine): Day => dueOn ?? '~'
  return lines
    .filter((line) => line.kind === 'action' && isOpenLine(line))
    .sort((a, b) => (due(a) === due(b) ? a.at - b.at : due(a) < due(b) ? -1 : 1))
}

function actionText(action: SaidLine, { now, zone, personName }: DraftInput): string {
  const { text, owner, dueOn } = action
  const by =
    dueOn === undefined
      ? ''
      : `, ${isOverdue(action, dayOf(now, zone)) ? 'was due' : 'by'} ${formatShortDay(dueOn)}`
  return `${oneLine(text)} (${owner === undefined ? 'nobody' : personName(owner)}${by})`
}

function named(rows: readonly IssueRow[]): string {
  const more = rows.length - mostNamed
  const keys = [...rows].sort(byGravity).slice(0, mostNamed).map(calledKey).join(', ')
  return more > 0 ? `${keys} and ${more} more` : keys
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function byGravity(a: IssueRow, b: IssueRow): number {
  const rank = ({ values }: IssueRow) => values.severity ?? 4
  return rank(a) - rank(b) || raisedAt(a) - raisedAt(b) || (a.key < b.key ? -1 : 1)
}
