import type { IssueReading } from './reading'

/** Issues that say the same of one field. */
export interface Kind {
  readonly name: string
  readonly issues: readonly IssueReading[]
}

/** Fields by which demand is told apart, of any spelling. */
export type NamedField = 'component' | 'processArea'

/** How many kinds are named; what is left is counted together. */
export const mostKinds = 5

/** The names that a field has most often, the commonest first, ties by name; issues that say nothing are left out. */
export function commonest(issues: readonly IssueReading[], field: NamedField, most = mostKinds): Kind[] {
  const found = new Map<string, IssueReading[]>()
  for (const issue of issues) {
    const name = issue.row.values[field]?.trim()
    if (!name) continue
    const same = found.get(name)
    if (same) same.push(issue)
    else found.set(name, [issue])
  }
  return [...found]
    .map(([name, issues]) => ({ name, issues }))
    .sort((a, b) => b.issues.length - a.issues.length || (a.name < b.name ? -1 : 1))
    .slice(0, most)
}

export const hasName = (field: NamedField) => (issue: IssueReading) =>
  Boolean(issue.row.values[field]?.trim())
