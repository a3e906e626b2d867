import { type IssueRow, isEnded } from '../triage/as-of'

/** Open issues of one person, by severity; `unrated` are those whose severity nobody has told. */
export interface Load {
  /** Key of the person; null for issues that nobody has. */
  readonly person: string | null
  readonly open: number
  readonly bySeverity: Readonly<Record<1 | 2 | 3 | 'unrated', number>>
}

/** What everybody has on their desk, the fullest first. */
export function loads(issues: Iterable<IssueRow>): Load[] {
  const counts = new Map<string | null, Record<1 | 2 | 3 | 'unrated', number>>()
  for (const { values } of issues) {
    if (values.removed === true || isEnded(values.status ?? 'new')) continue
    const person = values.owner ?? null
    const count = counts.get(person) ?? { 1: 0, 2: 0, 3: 0, unrated: 0 }
    count[values.severity ?? 'unrated']++
    counts.set(person, count)
  }
  const all = [...counts].map(([person, bySeverity]) => ({
    person,
    open: bySeverity[1] + bySeverity[2] + bySeverity[3] + bySeverity.unrated,
    bySeverity,
  }))
  return all.sort((a, b) => b.open - a.open || ((a.person ?? '') < (b.person ?? '') ? -1 : 1))
}
