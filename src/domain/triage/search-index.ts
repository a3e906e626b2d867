import type { Bits } from './bits'
import { indexedWordsOf } from './fold'

/**
 * An inverted index over texts, each standing at a position: all words in order, and for each the positions
 * of the texts that hold it. Positions of neighbouring words lie side by side, so that all words that begin
 * alike are one stretch of `gaps`. Only numbers, so that a worker can hand it over without copying.
 */
export interface SearchIndexData {
  /** UTF-16 code units of all words, one after the other; in bytes where no word has one beyond Latin. */
  readonly letters: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>
  /** Where each word begins in `letters`; one more at the end. */
  readonly wordStarts: Uint32Array<ArrayBuffer>
  /**
   * For each word its positions in ascending order, each as how far it is from the one before (the first from -1).
   * Seven bits to a byte, lowest first; the eighth says that more follow. Most gaps take one byte.
   */
  readonly gaps: Uint8Array<ArrayBuffer>
  /** Where each word's stretch begins in `gaps`; one more at the end. */
  readonly gapStarts: Uint32Array<ArrayBuffer>
}

const more = 0x80
const bitsPerByte = 7
/** Of a gap as large as a number in 32 bits. */
const mostBytes = 5
const beyondLatin = /[^\0-\xff]/

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
    const letters = words.some((word) => beyondLatin.test(word))
      ? new Uint16Array(letterCount)
      : new Uint8Array(letterCount)
    for (const [rank, word] of words.entries()) {
      const start = wordStarts[rank] ?? 0
      for (let letter = 0; letter < word.length; letter++) letters[start + letter] = word.charCodeAt(letter)
    }
    return { letters, wordStarts, ...gapsOf(this.placed(rankOf)) }
  }

  /** Positions sorted by their word's rank, by counting. */
  private placed(rankOf: Uint32Array): Placed {
    const starts = new Uint32Array(rankOf.length + 1)
    for (let pair = 0; pair < this.used; pair += 2) {
      const rank = rankOf[this.pairs[pair] ?? 0] ?? 0
      starts[rank + 1] = (starts[rank + 1] ?? 0) + 1
    }
    for (let rank = 0; rank < rankOf.length; rank++) {
      starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0)
    }
    const next = starts.slice()
    const positions = new Uint32Array(this.used / 2)
    for (let pair = 0; pair < this.used; pair += 2) {
      const rank = rankOf[this.pairs[pair] ?? 0] ?? 0
      const place = next[rank] ?? 0
      positions[place] = this.pairs[pair + 1] ?? 0
      next[rank] = place + 1
    }
    return { positions, starts }
  }

  private grow(): void {
    const larger = new Uint32Array(this.pairs.length * 2)
    larger.set(this.pairs)
    this.pairs = larger
  }
}

/** The positions of each word, side by side, and where each word's begin; one more at the end. */
interface Placed {
  readonly positions: Uint32Array
  readonly starts: Uint32Array
}

function gapsOf({ positions, starts }: Placed): Pick<SearchIndexData, 'gaps' | 'gapStarts'> {
  const gaps = new Uint8Array(positions.length * mostBytes)
  const gapStarts = new Uint32Array(starts.length)
  let used = 0
  for (let rank = 0; rank + 1 < starts.length; rank++) {
    let before = -1
    // Comments come in the order in which they were written, whatever issue they are on.
    for (const position of positions.subarray(starts[rank], starts[rank + 1]).sort()) {
      let gap = position - before
      if (gap === 0) continue
      for (; gap >= more; gap >>>= bitsPerByte) gaps[used++] = (gap & (more - 1)) | more
      gaps[used++] = gap
      before = position
    }
    gapStarts[rank + 1] = used
  }
  return { gaps: gaps.slice(0, used), gapStarts }
}

export class SearchIndex {
  /** The positions of a word while they are looked at; the room is used again for the next. */
  private read = new Uint32Array(0)

  constructor(private readonly data: SearchIndexData) {}

  /** Adds to `found` every position that holds a word beginning with the folded `beginning`. */
  find(beginning: string, found: Bits): void {
    const to = this.firstWord(beginning, true)
    for (let rank = this.firstWord(beginning, false); rank < to; rank++) this.addPositions(rank, found)
  }

  /**
   * Positions that hold just this folded word, in ascending order.
   * @returns undefined, and nothing is read, where more than `most` may hold it
   */
  positionsOf(word: string, most: number): readonly number[] | undefined {
    const rank = this.firstWord(word, false)
    const { wordStarts, gapStarts } = this.data
    const length = (wordStarts[rank + 1] ?? 0) - (wordStarts[rank] ?? 0)
    if (length !== word.length || this.compare(rank, word) !== 0) return []
    // A position takes a byte at least.
    if ((gapStarts[rank + 1] ?? 0) - (gapStarts[rank] ?? 0) > most) return undefined
    const count = this.readPositions(rank, Number.POSITIVE_INFINITY)
    return Array.from(this.read.subarray(0, count))
  }

  private addPositions(rank: number, { size, words }: Bits): void {
    const count = this.readPositions(rank, size)
    const { read } = this
    for (let place = 0; place < count; place++) {
      const position = read[place] as number
      words[position >>> 5] = (words[position >>> 5] as number) | (1 << (position & 31))
    }
  }

  /** Reads the positions of a word below `size` into `read`, in ascending order. Returns how many there are. */
  private readPositions(rank: number, size: number): number {
    const { gaps, gapStarts } = this.data
    const end = gapStarts[rank + 1] ?? 0
    let place = gapStarts[rank] ?? 0
    // A position takes a byte at least.
    if (this.read.length < end - place) this.read = new Uint32Array(end - place)
    const { read } = this
    let count = 0
    let position = -1
    while (place < end) {
      let byte = gaps[place++] as number
      let gap = byte & (more - 1)
      for (let bits = bitsPerByte; byte >= more; bits += bitsPerByte) {
        byte = gaps[place++] as number
        gap |= (byte & (more - 1)) << bits
      }
      position += gap
      // Those that came after this set was made follow in order.
      if (position >= size) break
      read[count++] = position
    }
    return count
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
