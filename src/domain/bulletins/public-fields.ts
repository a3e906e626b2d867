import type { Issue } from '../model/entities'

/**
 * Everything of an issue that users may ever read. A field that is not on this list is internal, and stays so: what
 * bulletins are made of is copied out of issues by this list alone.
 */
export const publicIssueFields = ['publish', 'publicTitle', 'publicText', 'publicWorkaround'] as const
export type PublicIssueField = (typeof publicIssueFields)[number]

export type PublicWords = { readonly [F in PublicIssueField]: NonNullable<Issue[F]> | undefined }

/** The public words of an issue, and nothing else of it. */
export function publicWords(values: Issue): PublicWords {
  const words: Partial<Record<PublicIssueField, string | boolean | undefined>> = {}
  for (const field of publicIssueFields) words[field] = values[field] ?? undefined
  return Object.freeze(words) as PublicWords
}
