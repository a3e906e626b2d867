import type { Instant } from '../model/value'
import { formatInstant, formatZone } from '../time/format'
import type { IssueRow } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { type PatchRow, patchName, shippedAt, stateOf } from './patch-state'

const withoutComponent = 'Other'

/** Release notes out of the issues of a patch, by component: a draft in Markdown, to be edited. */
export function draftReleaseNotes(patch: PatchRow, riders: readonly IssueRow[], zone: string): string {
  const byComponent = new Map<string, IssueRow[]>()
  for (const row of riders) {
    const component = row.values.component?.trim() || withoutComponent
    const rows = byComponent.get(component)
    if (rows) rows.push(row)
    else byComponent.set(component, [row])
  }
  const sections = [...byComponent]
    .sort(
      ([a], [b]) =>
        Number(a === withoutComponent) - Number(b === withoutComponent) || a.localeCompare(b, 'en'),
    )
    .map(([component, rows]) => `## ${plainText(component)}\n\n${rows.map(lineOf).join('\n')}`)
  const when = whenText(patch, zone)
  const body = sections.length > 0 ? sections : ['Nothing is on this patch yet.']
  return [`# ${plainText(patchName(patch))}`, ...(when ? [when] : []), ...body].join('\n\n').concat('\n')
}

function lineOf(row: IssueRow): string {
  const { title, fixNote } = row.values
  const told = [title, fixNote].map((text) => plainText(text ?? '')).filter((text) => text !== '')
  return `- **${plainText(calledKey(row))}** ${told.map(withStop).join(' ')}`.trimEnd()
}

function whenText(patch: PatchRow, zone: string): string | undefined {
  const at = (instant: Instant) => `${formatInstant(instant, zone)} (${formatZone(instant, zone)})`
  const shipped = shippedAt(patch, Number.POSITIVE_INFINITY)
  if (stateOf(patch) === 'rolled-back') return 'Rolled back: none of this is live.'
  if (shipped !== undefined) return `Live since ${at(shipped)}.`
  return patch.values.opensAt == null ? undefined : `Planned for ${at(patch.values.opensAt)}.`
}

const withStop = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`)

/** What an issue says is text, never markup: on one line, with what Markdown would read as markup escaped. */
function plainText(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!]/gu, '\\$&')
}
