import type { Row } from '../merge/row'
import type { Decision, Risk } from '../model/entities'
import { issuesOf, type Linking } from '../triage/issue-links'

/** A line of one of the two registers. */
export type Registered = Exclude<Linking, { readonly entity: 'exitCriterion' }>

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
