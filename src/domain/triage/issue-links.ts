import type { Row } from '../merge/row'
import { type Decision, type ExitCriterion, fieldProblem, type Risk } from '../model/entities'
import type { IssueRow } from './as-of'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'

const prefix = 'issue:'

/** Something that names the issues it has to do with. */
export type Linking =
  | { readonly entity: 'risk'; readonly row: Row<Risk> }
  | { readonly entity: 'decision'; readonly row: Row<Decision> }
  | { readonly entity: 'exitCriterion'; readonly row: Row<ExitCriterion> }

/** Keys of the issues that it has to do with. */
export function issuesOf({ values }: Linking['row']): string[] {
  const linked = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith(prefix) && value === true ? [field.slice(prefix.length)] : [],
  )
  const own = 'issue' in values && typeof values.issue === 'string' ? [values.issue] : []
  return [...new Set([...own, ...linked])]
}

export function linkIssue({ entity, row }: Linking, issue: IssueRow | undefined): Planned | Refused {
  if (!issue || issue.values.removed) return refused('There is no such issue to link to.')
  if (issuesOf(row).includes(issue.key)) return planned('Nothing changed', [])
  const field = `${prefix}${issue.key}`
  if (fieldProblem(entity, field, true)) return refused('That issue cannot be linked to.')
  return planned(`“${row.values.title ?? ''}” linked to ${calledKey(issue)}`, [
    { entity, key: row.key, fields: { [field]: true } },
  ])
}

export function unlinkIssue({ entity, row }: Linking, issue: string): Planned {
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
