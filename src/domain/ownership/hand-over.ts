import type { Row } from '../merge/row'
import type { Person } from '../model/entities'
import type { Day } from '../time/day'
import { type IssueRow, isEnded, raisedAt } from '../triage/as-of'
import { type Planned, planned, type Refused, refused } from '../triage/plan'

/** Who takes the open issues of somebody who leaves. */
export type HandOver =
  | { readonly kind: 'one'; readonly to: string }
  /** So that what everybody has on their desk becomes as equal as it can. */
  | { readonly kind: 'evenly'; readonly among: readonly string[] }
  /** By the issue's component, `''` for none. What is not in the map goes to `otherwise`. */
  | { readonly kind: 'by-component'; readonly to: ReadonlyMap<string, string>; readonly otherwise: string }

export interface Move {
  readonly issue: IssueRow
  /** Key of the person who takes it. */
  readonly to: string
}

/** Whether somebody can be given anything: on the list, and not leaving. */
export const canTake = (person: Row<Person> | undefined): boolean =>
  person !== undefined && person.values.removed !== true && person.values.leftOn == null

/** The open issues of a person, the most severe first, and among equals the oldest. */
export function openIssuesOf(person: string, issues: Iterable<IssueRow>): IssueRow[] {
  const own: IssueRow[] = []
  for (const row of issues) {
    const { values } = row
    if (values.owner === person && values.removed !== true && !isEnded(values.status ?? 'new')) own.push(row)
  }
  const rank = ({ values }: IssueRow) => values.severity ?? 4
  return own.sort((a, b) => rank(a) - rank(b) || raisedAt(a) - raisedAt(b) || (a.key < b.key ? -1 : 1))
}

/**
 * Where each issue goes: every one of them, each once.
 * @param load how many open issues somebody has already
 */
export function handOverMoves(
  issues: readonly IssueRow[],
  how: HandOver,
  load: (person: string) => number,
): Move[] {
  if (how.kind === 'one') return issues.map((issue) => ({ issue, to: how.to }))
  if (how.kind === 'by-component')
    return issues.map((issue) => ({ issue, to: how.to.get(componentOf(issue)) ?? how.otherwise }))
  const desks = how.among.map((person) => ({ person, open: load(person) }))
  return issues.flatMap((issue) => {
    const [first, ...others] = desks
    if (!first) return []
    const least = others.reduce((least, desk) => (desk.open < least.open ? desk : least), first)
    least.open++
    return [{ issue, to: least.person }]
  })
}

export const componentOf = ({ values }: IssueRow): string => values.component ?? ''

/** Who has most open issues of each component among those who can take more; components nobody knows are left out. */
export function knowersOf(
  components: ReadonlySet<string>,
  issues: Iterable<IssueRow>,
  people: ReadonlyMap<string, Row<Person>>,
  leaver: string,
): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const row of issues) {
    const { owner, removed, status } = row.values
    const component = componentOf(row)
    if (!owner || owner === leaver || removed === true || isEnded(status ?? 'new')) continue
    if (!components.has(component) || !canTake(people.get(owner))) continue
    const of = counts.get(component) ?? new Map<string, number>()
    of.set(owner, (of.get(owner) ?? 0) + 1)
    counts.set(component, of)
  }
  return new Map(
    [...counts].map(([component, of]) => {
      const [most] = [...of].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      return [component, most?.[0] ?? '']
    }),
  )
}

export interface Leaving {
  readonly person: Row<Person>
  /** The last day here. */
  readonly leftOn: Day
}

/** Writes down that somebody has left and who has their issues now, as one change. */
export function handOver(
  { person, leftOn }: Leaving,
  moves: readonly Move[],
  people: ReadonlyMap<string, Row<Person>>,
): Planned | Refused {
  const name = person.values.name || person.key
  for (const { to } of moves) {
    if (to === person.key) return refused(`${name} is leaving and cannot keep an issue.`)
    if (!canTake(people.get(to))) return refused('Somebody who has left cannot be given an issue.')
  }
  const issues = moves.length === 1 ? '1 issue' : `${moves.length} issues`
  return planned(moves.length > 0 ? `${name} has left: ${issues} given to others` : `${name} has left`, [
    ...(person.values.leftOn === leftOn ? [] : [{ entity: 'person', key: person.key, fields: { leftOn } }]),
    ...moves.map(({ issue, to }) => ({ entity: 'issue', key: issue.key, fields: { owner: to } })),
  ])
}
