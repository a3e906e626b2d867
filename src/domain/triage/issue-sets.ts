import type { Value } from '../model/value'
import { Bits } from './bits'
import type { IssuePositions } from './issue-positions'

/** Sets that nobody looks at any more cost little, but not nothing. */
const mostKept = 20

/**
 * Issues that belong together for a reason that no column tells: what an import wrote, what a figure counts. They are
 * looked up once and kept as bits: from then on filtering by them costs less than by any column.
 */
export class IssueSets {
  private readonly sets = new Map<Value, Bits>()

  constructor(private readonly positions: IssuePositions) {}

  knows(id: Value): boolean {
    return this.sets.has(id)
  }

  take(id: string, keys: Iterable<string>): void {
    const set = new Bits(this.positions.size)
    for (const key of keys) {
      const position = this.positions.of(key)
      if (position !== undefined) set.add(position)
    }
    const [oldest] = this.sets.keys()
    if (this.sets.size >= mostKept && oldest !== undefined) this.sets.delete(oldest)
    this.sets.set(id, set)
  }

  /** Keeps the issues of any of the sets; of one that is not known there are none. */
  keep(found: Bits, ids: readonly Value[]): void {
    const wanted = new Bits(found.size)
    for (const id of ids) {
      const words = this.sets.get(id)?.words
      // Made when there were fewer issues; the later ones are not of this set.
      if (words) for (let word = 0; word < words.length; word++) join(wanted.words, word, words[word] ?? 0)
    }
    found.keepOnly(wanted)
  }
}

function join(words: Uint32Array, word: number, bits: number): void {
  words[word] = (words[word] ?? 0) | bits
}
