import type { Bits } from './bits'
import { indexedWordsOf } from './fold'

/**
 * An inverted index over texts, each standing at a position: all words in order, and for each the positions
 * of the texts that hold it. Positions of neighbouring words lie side by side, so that all words that begin
 * alike are one stretch of `positions`. Only numbers, so that a worker can hand it over without copying.
 */
export interface SearchIndexData {
  /** UTF-16 code units of all words, one after the other. */
  readonly letters: Uint16Array<ArrayBuffer>
  /** Where each word begins in `letters`; one more at the end. */
  readonly wordStarts: Uint32Array<ArrayBuffer>
  readonly positions: Uint32Array<ArrayBuffer>
  /** Where each word's stretch begins in `positions`; one more at the end. */
  readonly positionStarts: Uint32Array<ArrayBuffer>
}

export class SearchIndexBuilder {
  private readonly ids = new Map<string, number>()
  private lastPosition: number[] = []
  private pairs = new Uint32Array(1 << 16)
  private used = 0

  /** A position may be given several texts. */
  add(position: number, text: string): void {
    for (const word of indexedWordsOf(text)) {
      let id = this.ids.get(word)
      if (id === undefined) {
        id = this.ids.size
        this.ids.set(word, id)
      } else if (this.lastPosition[id] === position) continue
      this.lastPosition[id] = position
      if (this.used + 2 > this.pairs.length) this.grow()
      this.pairs[this.used++] = id
      this.pairs[this.used++] = position
    }
  }

  /** The index of everything added. The builder is used up. */
  finish(): SearchIndexData {
    const words = [...this.ids.keys()].sort()
    const rankOf = new Uint32Array(words.length)
    const wordStarts = new Uint32Array(words.length + 1)
    let letterCount = 0
    for (const [rank, word] of words.entries()) {
      rankOf[this.ids.get(word) ?? 0] = rank
      wordStarts[rank] = letterCount
      letterCount += word.length
    }
    wordStarts[words.length] = letterCount
    const letters = new Uint16Array(letterCount)
    for (const [rank, word] of words.entries()) {
      const start = wordStarts[rank] ?? 0
      for (let letter = 0; letter < word.length; letter++) letters[start + letter] = word.charCodeAt(letter)
    }
    return { letters, wordStarts, ...this.placed(rankOf) }
  }

  /** Positions sorted by their word's rank, by counting. */
  private placed(rankOf: Uint32Array): Pick<SearchIndexData, 'positions' | 'positionStarts'> {
    const positionStarts = new Uint32Array(rankOf.length + 1)
    for (let pair = 0; pair < this.used; pair += 2) {
      const rank = rankOf[this.pairs[pair] ?? 0] ?? 0
      positionStarts[rank + 1] = (positionStarts[rank + 1] ?? 0) + 1
    }
    for (let rank = 0; rank < rankOf.length; rank++) {
      positionStarts[rank + 1] = (positionStarts[rank + 1] ?? 0) + (positionStarts[rank] ?? 0)
    }
    const next = positionStarts.slice()
    const positions = new Uint32Array(this.used / 2)
    for (let pair = 0; pair < this.used; pair += 2) {
      const rank = rankOf[this.pairs[pair] ?? 0] ?? 0
      const place = next[rank] ?? 0
      positions[place] = this.pairs[pair + 1] ?? 0
      next[rank] = place + 1
    }
    return { positions, positionStarts }
  }

  private grow(): void {
    const larger = new Uint32Array(this.pairs.length * 2)
    larger.set(this.pairs)
    this.pairs = larger
  }
}

export class SearchIndex {
  constructor(private readonly data: SearchIndexData) {}

  /** Adds to `found` every position that holds a word beginning with the folded `beginning`. */
  find(beginning: string, found: Bits): void {
    const { positions, positionStarts } = this.data
    const from = positionStarts[this.firstWord(beginning, false)] ?? 0
    const to = positionStarts[this.firstWord(beginning, true)] ?? 0
    const { size, words } = found
    for (let place = from; place < to; place++) {
      const position = positions[place] ?? 0
      if (position < size) words[position >>> 5] = (words[position >>> 5] ?? 0) | (1 << (position & 31))
    }
  }

  /** Rank of the first word not before all words that begin so or, when `after`, beyond them. */
  private firstWord(beginning: string, after: boolean): number {
    let low = 0
    let high = this.data.wordStarts.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = this.compare(middle, beginning)
      if (order < 0 || (after && order === 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Below 0 when the word sorts before all that begin so, 0 when it begins so. */
  private compare(rank: number, beginning: string): number {
    const { letters, wordStarts } = this.data
    const start = wordStarts[rank] ?? 0
    const length = (wordStarts[rank + 1] ?? 0) - start
    for (let letter = 0; letter < beginning.length; letter++) {
      if (letter >= length) return -1
      const difference = (letters[start + letter] ?? 0) - beginning.charCodeAt(letter)
      if (difference !== 0) return difference
    }
    return 0
  }
}
