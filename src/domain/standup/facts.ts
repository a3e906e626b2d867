import type { Deadlines } from '../clocks/deadlines'
import { momentsOf } from '../merge/trail'
import type { Instant } from '../model/value'
import { type OrphanReason, type OwnershipContext, orphanReason } from '../ownership/orphans'
import { changesSince } from '../today/changes-since'
import { type IssueRow, isEnded, raisedAt } from '../triage/as-of'

/** What a standup talks about without anybody having written it down, gravest first. */
export const factKinds = [
  'new-severe',
  'breached',
  'late',
  'severe',
  'returned',
  'raised',
  'stuck',
  'unowned',
  'moved',
  'resolved',
] as const
export type FactKind = (typeof factKinds)[number]

export const factWords: Readonly<Record<FactKind, string>> = {
  'new-severe': 'New severity 1 and 2',
  breached: 'Breached since the last standup',
  late: 'Past its target',
  severe: 'Severity 1 and 2',
  returned: 'Returned',
  raised: 'Severity raised',
  stuck: 'Stuck: untouched for longer than promised',
  unowned: 'Nobody really has it',
  moved: 'Moved',
  resolved: 'Resolved',
}

export interface FactGroup {
  readonly kind: FactKind
  /** Keys of the issues, most severe first. */
  readonly issues: readonly string[]
}

export interface StandupFacts {
  readonly since: Instant
  /** What everybody should hear, gravest first; every issue once here too. */
  readonly roundUp: readonly FactGroup[]
  /** What each person has, by key; every issue once, under the gravest that holds. */
  readonly byPerson: ReadonlyMap<string, readonly FactGroup[]>
  readonly unowned: readonly FactGroup[]
}

export interface FactsInput extends OwnershipContext {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly deadlines: Deadlines
  /** When the standup before this one ended. */
  readonly since: Instant
}

/** Reasons for which nobody can say anything of an issue; its owner can of the others. */
const withoutVoice: ReadonlySet<OrphanReason> = new Set(['nobody', 'left', 'away'])

const readBetweenYields = 2_000

/** Reads all issues once, in steps. */
export function* standupFacts(input: FactsInput): Generator<void, StandupFacts> {
  const { issues, deadlines, since, now } = input
  const late = new Set<string>()
  const stuck = new Set<string>()
  for (const { issue, kind } of deadlines.upTo(now)) (kind === 'update' ? stuck : late).add(issue)
  const breached = new Set(deadlines.between(since, now).map(({ issue }) => issue))
  const roundUp = new Gathering()
  const unowned = new Gathering()
  const people = new Map<string, Gathering>()
  let read = 0
  for (const row of issues.values()) {
    if (++read % readBetweenYields === 0) yield
    const { removed, status, severity, owner } = row.values
    if (removed === true) continue
    const changes = changesSince(row, since)
    const ended = isEnded(status ?? 'new')
    const severe = severity === 1 || severity === 2
    const news = newsKind()
    if (news) roundUp.add(news, row)
    const reason = ended ? undefined : orphanReason(row, { breached: stuck.has(row.key) }, input)
    if (reason !== undefined && withoutVoice.has(reason)) {
      unowned.add('unowned', row)
      continue
    }
    if (!owner) continue
    const kind = personalKind()
    if (kind) gatheringOf(people, owner).add(kind, row)

    function newsKind(): FactKind | undefined {
      if (changes.includes('resolved')) return 'resolved'
      if (ended) return undefined
      if (changes.includes('new') && severe) return 'new-severe'
      if (breached.has(row.key)) return 'breached'
      if (changes.includes('returned')) return 'returned'
      if (changes.includes('raised')) return 'raised'
      return hasMoved(row, since) && !changes.includes('new') ? 'moved' : undefined
    }

    function personalKind(): FactKind | undefined {
      if (changes.includes('resolved')) return 'resolved'
      if (ended) return undefined
      if (late.has(row.key)) return 'late'
      if (severe) return 'severe'
      if (changes.includes('returned')) return 'returned'
      if (stuck.has(row.key)) return 'stuck'
      return changes.includes('reassigned') || hasMoved(row, since) ? 'moved' : undefined
    }
  }
  return {
    since,
    roundUp: roundUp.groups(),
    byPerson: new Map([...people].map(([person, gathering]) => [person, gathering.groups()])),
    unowned: unowned.groups(),
  }
}

/** Whether it has gone from one status to another, by when that became known. */
function hasMoved(row: IssueRow, since: Instant): boolean {
  if (row.heads.wall(row.touched) <= since) return false
  return momentsOf(row, 'status').some(({ knownAt }, place) => place > 0 && knownAt > since)
}

class Gathering {
  private readonly found = new Map<FactKind, IssueRow[]>()

  add(kind: FactKind, row: IssueRow): void {
    const known = this.found.get(kind)
    if (known) known.push(row)
    else this.found.set(kind, [row])
  }

  groups(): FactGroup[] {
    return factKinds.flatMap((kind) => {
      const rows = this.found.get(kind)
      return rows ? [{ kind, issues: rows.sort(bySeverityThenAge).map(({ key }) => key) }] : []
    })
  }
}

function gatheringOf(people: Map<string, Gathering>, person: string): Gathering {
  const known = people.get(person)
  if (known) return known
  const made = new Gathering()
  people.set(person, made)
  return made
}

const rank = ({ values }: IssueRow) => values.severity ?? 4

function bySeverityThenAge(a: IssueRow, b: IssueRow): number {
  return rank(a) - rank(b) || raisedAt(a) - raisedAt(b) || (a.key < b.key ? -1 : 1)
}
