import type { Row } from '../merge/row'
import { type Decision, fieldProblem, type Risk } from '../model/entities'
import type { IssueRow } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused } from '../triage/plan'

const prefix = 'issue:'

/** A line of one of the two registers. */
export type Registered =
  | { readonly entity: 'risk'; readonly row: Row<Risk> }
  | { readonly entity: 'decision'; readonly row: Row<Decision> }

/** Keys of the issues that a line has to do with. */
export function issuesOf({ values }: Row<Risk> | Row<Decision>): string[] {
  const linked = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith(prefix) && value === true ? [field.slice(prefix.length)] : [],
  )
  const own = 'issue' in values && typeof values.issue === 'string' ? [values.issue] : []
  return [...new Set([...own, ...linked])]
}

export function linkIssue({ entity, row }: Registered, issue: IssueRow | undefined): Planned | Refused {
  if (!issue || issue.values.removed) return refused('There is no such issue to link to.')
  if (issuesOf(row).includes(issue.key)) return planned('Nothing changed', [])
  const field = `${prefix}${issue.key}`
  if (fieldProblem(entity, field, true)) return refused('That issue cannot be linked to.')
  return planned(`“${row.values.title ?? ''}” linked to ${calledKey(issue)}`, [
    { entity, key: row.key, fields: { [field]: true } },
  ])
}

export function unlinkIssue({ entity, row }: Registered, issue: string): Planned {
  const isOwn = entity === 'decision' && row.values.issue === issue
  const isLinked = (row.values as Readonly<Record<string, unknown>>)[`${prefix}${issue}`] === true
  return planned(`Link taken off “${row.values.title ?? ''}”`, [
    {
      entity,
      key: row.key,
      fields: { ...(isOwn && { issue: null }), ...(isLinked && { [`${prefix}${issue}`]: false }) },
    },
  ])
}

/** What both registers say of an issue. */
export function registeredFor(
  issue: string,
  risks: Iterable<Row<Risk>>,
  decisions: Iterable<Row<Decision>>,
): Registered[] {
  return everyRegistered(risks, decisions).filter(({ row }) => issuesOf(row).includes(issue))
}

export function everyRegistered(
  risks: Iterable<Row<Risk>>,
  decisions: Iterable<Row<Decision>>,
): Registered[] {
  return [
    ...[...risks].map((row) => ({ entity: 'risk' as const, row })),
    ...[...decisions].map((row) => ({ entity: 'decision' as const, row })),
  ].filter(({ row }) => row.values.removed !== true)
}
