import type { Intent } from '../merge/intent'
import { fieldProblem, type Patch } from '../model/entities'
import type { Fields, Instant, Value } from '../model/value'
import { numberText } from '../reporting/number-text'
import type { IssueRow } from '../triage/as-of'
import { isEnded } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { isBoarding, type PatchRow, patchName, patchStateWords, stateOf } from './patch-state'

export interface PatchDraft {
  readonly name: string
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  readonly notes: string
}

/** `Patch 4`, where three have been written down: withdrawn ones too, so that no name comes twice. */
export function nextPatchName(patches: Iterable<PatchRow>): string {
  const taken = new Set<string>()
  for (const { values } of patches) taken.add(values.name ?? '')
  let number = taken.size + 1
  while (taken.has(`Patch ${number}`)) number++
  return `Patch ${number}`
}

/**
 * @param key a fresh random key
 * @param issues what rides on it from the beginning
 */
export function newPatch(
  key: string,
  draft: PatchDraft,
  issues: readonly IssueRow[] = [],
): Planned | Refused {
  const fields = fieldsOf(draft)
  const problem = draftProblem(fields)
  if (problem) return refused(problem)
  const label =
    issues.length > 0 ? `${fields.name} planned for ${calledIssues(issues)}` : `${fields.name} planned`
  return planned(label, [
    { entity: 'patch', key, fields: { ...withoutNothing(fields), state: 'planned' } },
    ...issues.map((row) => ({ entity: 'issue', key: row.key, fields: { patch: key } })),
  ])
}

export function editPatch(patch: PatchRow, draft: PatchDraft): Planned | Refused {
  const fields = fieldsOf(draft)
  const problem = draftProblem(fields)
  if (problem) return refused(problem)
  return planned(`${fields.name} changed`, [patchIntent(patch, changed(patch.values, fields))])
}

export function writeReleaseNotes(patch: PatchRow, text: string): Planned | Refused {
  const releaseNotes = text.trim() === '' ? null : text
  if (fieldProblem('patch', 'releaseNotes', releaseNotes)) return refused('The release notes are too long.')
  return planned(`Release notes of ${patchName(patch)} written`, [
    patchIntent(patch, changed(patch.values, { releaseNotes })),
  ])
}

/** Puts issues on a patch, also such whose fix is still to come. */
export function putOnPatch(patch: PatchRow, issues: readonly IssueRow[]): Planned | Refused {
  const state = stateOf(patch)
  if (patch.values.removed === true) return refused(`${patchName(patch)} has been withdrawn.`)
  if (!isBoarding(state))
    return refused(
      `${patchName(patch)} is ${patchStateWords[state].toLowerCase()}: nothing can be put on it.`,
    )
  const ended = issues.find(({ values }) => isEnded(values.status ?? 'new'))
  if (ended) return refused(`${calledKey(ended)} has come to its end and needs no patch.`)
  const moving = issues.filter(({ values }) => values.patch !== patch.key)
  return planned(
    `${calledIssues(moving)} put on ${patchName(patch)}`,
    moving.map((row) => ({ entity: 'issue', key: row.key, fields: { patch: patch.key } })),
  )
}

export function takeOffPatch(issues: readonly IssueRow[]): Planned {
  const leaving = issues.filter(({ values }) => values.patch != null)
  return planned(
    `${calledIssues(leaving)} taken off ${leaving.length === 1 ? 'its patch' : 'their patches'}`,
    leaving.map((row) => ({ entity: 'issue', key: row.key, fields: { patch: null } })),
  )
}

/** `HC-12`, or `12 issues`. */
function calledIssues(rows: readonly IssueRow[]): string {
  const [first] = rows
  return first && rows.length === 1 ? calledKey(first) : `${numberText(rows.length)} issues`
}

type DraftFields = Required<Pick<Patch, 'name' | 'opensAt' | 'closesAt' | 'notes'>>

function fieldsOf({ name, opensAt, closesAt, notes }: PatchDraft): DraftFields {
  return { name: name.trim(), opensAt, closesAt, notes: notes.trim() === '' ? null : notes.trim() }
}

function draftProblem(fields: DraftFields): string | undefined {
  if (fields.name === '') return 'Give the patch a name.'
  if (fields.opensAt !== null && fields.closesAt !== null && fields.closesAt <= fields.opensAt)
    return 'The window closes before it opens.'
  for (const [field, value] of Object.entries(fields))
    if (fieldProblem('patch', field, value))
      return `The ${field} of the patch cannot be kept: it is too long.`
  return undefined
}

const patchIntent = ({ key }: PatchRow, fields: Fields): Intent => ({ entity: 'patch', key, fields })

function withoutNothing(fields: DraftFields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Fields
}

function changed(standing: Patch, wanted: Fields): Fields {
  const now = standing as Readonly<Record<string, Value | undefined>>
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => (now[field] ?? null) !== value))
}
