import { fieldProblem } from '../model/entities'
import { type LinkKind, linkKinds } from '../model/issue'
import type { IssueRow } from './as-of'
import { calledKey } from './list-columns'
import { type Planned, planned, type Refused, refused } from './plan'

/** How a link reads from the issue that holds it, and from the one it points to. */
export const linkWords: Readonly<Record<LinkKind, { readonly from: string; readonly to: string }>> = {
  blocks: { from: 'Blocks', to: 'Blocked by' },
  'caused-by': { from: 'Caused by', to: 'Cause of' },
}

export type LinkField = `link:${LinkKind}:${string}`
export const linkField = (kind: LinkKind, to: string): LinkField => `link:${kind}:${to}`

/** Links that an issue holds itself, as kind and key of the other. */
export function linksOf(row: IssueRow): { readonly kind: LinkKind; readonly to: string }[] {
  const links: { readonly kind: LinkKind; readonly to: string }[] = []
  for (const field in row.values) {
    if (!field.startsWith('link:') || row.values[field as LinkField] !== true) continue
    const parsed = parseLink(field)
    if (parsed) links.push(parsed)
  }
  return links
}

/** Reads `link:blocks:KEY`; undefined for any other field, and for a kind of link that this version does not know. */
export function parseLink(field: string): { readonly kind: LinkKind; readonly to: string } | undefined {
  const kind = linkKinds.find((one) => field.startsWith(`link:${one}:`))
  return kind && { kind, to: field.slice(`link:${kind}:`.length) }
}

export function addLink(
  row: IssueRow,
  kind: LinkKind,
  to: string,
  issueOf: (key: string) => IssueRow | undefined,
): Planned | Refused {
  if (to === row.key) return refused('An issue cannot be linked to itself.')
  const other = issueOf(to)
  if (!other || other.values.removed) return refused('There is no such issue to link to.')
  const field = linkField(kind, to)
  if (row.values[field] === true) return planned('Nothing changed', [])
  if (fieldProblem('issue', field, true)) return refused('That issue cannot be linked to.')
  const label = `${calledKey(row)} ${linkWords[kind].from.toLowerCase()} ${calledKey(other)}`
  return planned(label, [{ entity: 'issue', key: row.key, fields: { [field]: true } }])
}

/** Takes a link away from the issue that holds it. */
export function removeLink(row: IssueRow, kind: LinkKind, to: string): Planned {
  const field = linkField(kind, to)
  if (row.values[field] !== true) return planned('Nothing changed', [])
  return planned(`Link taken off ${calledKey(row)}`, [
    { entity: 'issue', key: row.key, fields: { [field]: false } },
  ])
}
