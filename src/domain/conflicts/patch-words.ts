import type { Row } from '../merge/row'
import type { Value } from '../model/value'
import { patchStateWords } from '../patches/patch-state'
import type { Telling } from '../triage/issue-fields'

export const patchEntityWords = { patch: 'Patch', retest: 'Retest' } as const

export const patchLabels = {
  'patch.opensAt': 'Window opens',
  'patch.closesAt': 'Window closes',
  'patch.rollbackReason': 'Why it was rolled back',
  'retest.confirmer': 'Who confirms',
} as const

const confirmerWords = { reporter: 'Whoever reported it', unit: 'Their unit', person: 'Somebody of the team' }
const resultWords = { passed: 'Passed', failed: 'Failed' }
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'patch.state': patchStateWords,
  'retest.confirmer': confirmerWords,
  'retest.result': resultWords,
}

/** A value of a patch or a retest that has words; undefined for any other. */
export function patchValueText(entity: string, field: string, value: Value): string | undefined {
  return words[`${entity}.${field}`]?.[String(value)]
}

/** A retest goes by the issue that it is about, and the patch that brought its fix. */
export function patchRowName(entity: string, { values }: Row, telling: Telling): string | undefined {
  const { issue, patch } = values
  if (entity !== 'retest' || typeof issue !== 'string') return undefined
  const name = telling.issueKey(issue)
  return typeof patch === 'string' ? `${name} on ${telling.patchName?.(patch) ?? patch}` : name
}
