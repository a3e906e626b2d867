import { endedStatuses } from '../model/issue'
import type { Instant } from '../model/value'
import type { IssueRow } from './as-of'
import { indexedWordsOf } from './fold'
import type { IssueSearch } from './issue-search'

/** What is known of the issues by position, and where their words stand. */
export interface SimilarAmong {
  readonly positions: {
    readonly size: number
    readonly rows: readonly IssueRow[]
    of(key: string): number | undefined
  }
  readonly search: IssueSearch
}

export interface SimilarIssue {
  readonly row: IssueRow
  /** Words that both have, those that say most first. */
  readonly shared: readonly string[]
}

const day = 86_400_000
/** An issue that ended longer ago is hardly the same again. */
const recently = 30 * day
/** A description may hold a whole log: its beginning says what it is about. */
const longestRead = 4_000
const mostWords = 80
const shortestWord = 3
const mostWeighed = 400
const titleCounts = 2
/** Of the likeness that an issue has with itself, what is similar has at least so much. */
const leastShare = 0.2

/**
 * Issues that say the same with the same words, the most alike first: open ones, and those that ended of late.
 * Candidates come from the search index; only the best of them are read.
 */
export function similarIssues(
  row: IssueRow,
  { positions, search }: SimilarAmong,
  now: Instant,
  most: number,
): SimilarIssue[] {
  const words = wordsIn(row)
  const { of: likeness, telling } = search.likeness(new Set(words.keys()), positions.size)
  const own = positions.of(row.key)
  const itself = own === undefined ? 0 : (likeness.get(own) ?? 0)
  const candidates = [...likeness]
    .filter(([position]) => position !== own)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWeighed)
  const weighed: { row: IssueRow; shared: string[]; weight: number }[] = []
  for (const [position, alike] of candidates) {
    const other = positions.rows[position]
    if (!other || !isThere(other, now) || alike < itself * leastShare) continue
    const others = wordsIn(other)
    const shared = [...telling].filter((word) => others.has(word))
    // What they share beyond title and description, a unit or a person, makes no two issues the same.
    if (shared.length < 2) continue
    const inBoth = shared.filter(
      (word) => words.get(word) === titleCounts && others.get(word) === titleCounts,
    )
    const weight = (alike * (shared.length + inBoth.length)) / (shared.length + 1)
    weighed.push({ row: other, shared: [...new Set([...inBoth, ...shared])], weight })
  }
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ row: other, shared }) => ({ row: other, shared }))
}

function isThere({ values }: IssueRow, now: Instant): boolean {
  if (values.removed) return false
  if (values.status === undefined || !endedStatuses.has(values.status)) return true
  // What was a duplicate stands beside its original already.
  if (values.status === 'duplicate') return false
  const endedAt = values.closedAt ?? values.resolvedAt
  return endedAt != null && endedAt >= now - recently
}

/** Words of title and description that may tell issues apart, with what each counts. */
export function wordsIn({ values }: IssueRow): Map<string, number> {
  const words = new Map<string, number>()
  for (const [text, counts] of [
    [values.title, titleCounts],
    [values.description, 1],
  ] as const) {
    for (const word of indexedWordsOf((text ?? '').slice(0, longestRead))) {
      if (words.size >= mostWords) return words
      if (word.length >= shortestWord && !words.has(word)) words.set(word, counts)
    }
  }
  return words
}
