import type { Severity } from '../model/issue'
import { numberText } from './number-text'

/** Severities in the order of a report; an issue that nobody has looked at yet has none. */
export const reportedSeverities = [1, 2, 3, null] as const satisfies readonly (Severity | null)[]

/** `1 issue`, `2 issues`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** `names, units and 2 fields`. */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)
}
