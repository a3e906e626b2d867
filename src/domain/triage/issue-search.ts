import { Bits } from './bits'
import { indexedWordsOf, wordsOf } from './fold'
import type { SearchIndex } from './search-index'

/** How alike issues are to one, by position, and the words that say so. */
export interface Likeness {
  readonly of: ReadonlyMap<number, number>
  readonly telling: ReadonlySet<string>
}

/** A word of more than one issue in so many says nothing about any, unless there are few issues at all. */
const commonShare = 40
const leastCommon = 60

/** The indexes of one moment: of the issues' own texts, and of their comments, which are only ever added. */
export interface SearchIndexes {
  readonly issues: SearchIndex
  readonly comments: SearchIndex
}

/**
 * Finds issues by the beginnings of words, all of which must occur. The indexes are of a past moment; what has
 * changed since lies over them as plain words, until the next indexes take it in.
 */
export class IssueSearch {
  private indexes: SearchIndexes | undefined
  /** Words of issues that have changed since, in place of what the index says. */
  private readonly rewritten = new Map<number, readonly string[]>()
  /** Words of comments written since, besides what the index says. */
  private readonly added = new Map<number, string[]>()

  get isReady(): boolean {
    return this.indexes !== undefined
  }

  /** How much lies over the indexes. */
  get overlaid(): number {
    return this.rewritten.size + this.added.size
  }

  /** Indexes that know everything up to now, except what `since` still has to add. */
  replace(indexes: SearchIndexes): void {
    this.indexes = indexes
    this.rewritten.clear()
    this.added.clear()
  }

  rewrite(position: number, text: string): void {
    this.rewritten.set(position, indexedWordsOf(text))
  }

  addComment(position: number, text: string): void {
    const words = this.added.get(position) ?? []
    words.push(...indexedWordsOf(text))
    this.added.set(position, words)
  }

  /** Keeps what matches. Text without a word in it matches everything; so does any while not ready. */
  keepMatching(found: Bits, text: string): void {
    const { indexes } = this
    if (!indexes) return
    for (const word of wordsOf(text)) found.keepOnly(this.having(word, indexes, found.size))
  }

  /** Positions of issues that have just this word somewhere; undefined while not ready. May repeat. */
  holding(word: string): readonly number[] | undefined {
    const indexed = this.indexes?.issues.positionsOf(word, Number.POSITIVE_INFINITY)
    if (!indexed || this.rewritten.size === 0) return indexed
    const rewritten = [...this.rewritten].flatMap(([position, words]) =>
      words.includes(word) ? position : [],
    )
    return [...indexed, ...rewritten]
  }

  /**
   * How alike issues are to one that has these words: each word that both have counts the more, the fewer have it.
   * Words that many have count nothing. Empty while not ready.
   */
  likeness(words: ReadonlySet<string>, size: number): Likeness {
    const likeness = new Map<number, number>()
    const telling = new Set<string>()
    const { indexes } = this
    if (!indexes) return { of: likeness, telling }
    const tooMany = Math.max(leastCommon, size / commonShare)
    for (const word of words) {
      const having = indexes.issues.positionsOf(word, tooMany)
      if (!having) continue
      telling.add(word)
      const weight = Math.log(1 + size / Math.max(1, having.length))
      for (const position of having) {
        if (!this.rewritten.has(position)) likeness.set(position, (likeness.get(position) ?? 0) + weight)
      }
      for (const [position, others] of this.rewritten) {
        if (others.includes(word)) likeness.set(position, (likeness.get(position) ?? 0) + weight)
      }
    }
    return { of: likeness, telling }
  }

  private having(beginning: string, indexes: SearchIndexes, size: number): Bits {
    const having = new Bits(size)
    indexes.issues.find(beginning, having)
    for (const position of this.rewritten.keys()) having.delete(position)
    indexes.comments.find(beginning, having)
    for (const [position, words] of this.rewritten) {
      if (words.some((word) => word.startsWith(beginning))) having.add(position)
    }
    for (const [position, words] of this.added) {
      if (words.some((word) => word.startsWith(beginning))) having.add(position)
    }
    return having
  }
}
