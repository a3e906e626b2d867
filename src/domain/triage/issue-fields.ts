import type { Value } from '../model/value'
import { linkWords, parseLink } from './links'
import { listColumn } from './list-columns'

/** Names of fields that the list has no column for. */
const otherLabels: Readonly<Record<string, string>> = {
  shortKey: 'Short key',
  description: 'Description',
  externalUrl: 'Link to the tracker',
  workaround: 'Workaround',
  fixNote: 'Fix note',
  publicTitle: 'Title for users',
  publicText: 'Text for users',
  publicWorkaround: 'Workaround for users',
  holdUntil: 'On hold until',
  duplicateOf: 'Duplicate of',
  declineReason: 'Reason for declining',
  sourceUpdatedAt: 'Last changed in the tracker',
  removed: 'Removed',
}

/** What an element of a set is called, before its own name. */
const setLabels = [
  ['tag:', 'Tag'],
  ['affected:', 'Affected user'],
  ['merged:', 'Duplicate'],
  ['mention:', 'Mention of'],
  ['audience:', 'Told to audience'],
  ['link:split-from:', 'Split from'],
  ['link:split-into:', 'Split into'],
] as const

/** A field's name for people. A field this version does not know goes by its own name. */
export function fieldLabel(field: string): string {
  for (const [prefix, word] of setLabels) {
    if (field.startsWith(prefix)) return `${word} ${field.slice(prefix.length)}`
  }
  const link = parseLink(field)
  if (link) return linkWords[link.kind].from
  return otherLabels[field] ?? listColumn(field)?.label ?? field
}

/** How values other than those of the issue itself are told. */
export interface Telling {
  readonly personName: (key: string) => string
  readonly issueKey: (key: string) => string
  /** Without it patches go by their keys. */
  readonly patchName?: (key: string) => string
  /** Without it rotations go by their keys. */
  readonly rotationName?: (key: string) => string
  readonly instant: (instant: number) => string
}

const instants: ReadonlySet<string> = new Set([
  'holdUntil',
  'nextUpdateDue',
  'raisedAt',
  'acknowledgedAt',
  'resolvedAt',
  'closedAt',
  'sourceUpdatedAt',
])

/** A field's value for people; `nothing` where nothing stands. */
export function fieldText(field: string, value: Value, telling: Telling): string {
  if (value === null || value === '') return 'nothing'
  if (field === 'owner') return telling.personName(String(value))
  if (field === 'patch') return telling.patchName?.(String(value)) ?? String(value)
  if (field === 'duplicateOf') return telling.issueKey(String(value))
  if (instants.has(field) && typeof value === 'number') return telling.instant(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return listColumn(field)?.words?.[String(value)] ?? String(value)
}
