import type { Value } from '../model/value'

export type Json = Value | readonly Json[] | { readonly [name: string]: Json }

/**
 * JSON with one spelling only: no white space, names in code-unit order. `JSON.stringify` alone will not do,
 * since an object lists names that look like numbers first, whatever order they were put in.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
