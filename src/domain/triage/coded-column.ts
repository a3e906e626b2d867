import { firstPlace } from '../clocks/first-place'
import type { Value } from '../model/value'
import type { IssueRow } from './as-of'
import type { Bits } from './bits'
import { FoldedTexts } from './folded-texts'
import { IssueGroups } from './issue-groups'
import { compareKeys, finish, type SortKey, sortedIndices } from './sliced-sort'

const readBetweenYields = 2_000
/** New values up to this many are put in their place one by one; more are sorted anew. */
const placedOneByOne = 64

export const isNothing = (value: Value): boolean => value === null || value === ''

/**
 * One column of all issues as small numbers: each distinct value has a code, each position the code of its
 * value. Filtering tests distinct values once, and sorting ranks them once; the rest is counting. A value that
 * no issue has any more keeps its code.
 */
export class CodedColumn {
  readonly values: Value[] = []
  private readonly codeOf = new Map<Value, number>()
  private codes = new Uint32Array(0)
  private filled = 0
  /** The values as text, once somebody has looked inside them. */
  private texts: FoldedTexts | undefined
  /** Codes of all values but null in ascending order of their keys, as far as they are sorted. */
  private sorted: Uint32Array | undefined
  private rankOfCode: Uint32Array | undefined
  /** Place of each code among the sorted ones, once somebody has grouped by them. */
  private placeOfCode: Uint32Array | undefined
  private rankedValues = 0

  constructor(
    private readonly rows: readonly IssueRow[],
    private readonly read: (row: IssueRow) => Value,
    private readonly keyOf: (value: Exclude<Value, null>) => SortKey,
  ) {}

  /** Reads all rows that have not been read yet, in steps. */
  *fill(): Generator<void, void> {
    while (this.filled < this.rows.length) {
      this.reserve(this.rows.length)
      const end = Math.min(this.filled + readBetweenYields, this.rows.length)
      for (; this.filled < end; this.filled++) this.take(this.filled)
      if (end < this.rows.length) yield
    }
  }

  /** Whether all rows have been read, or so few are missing that it makes no difference. */
  get isRead(): boolean {
    return this.rows.length - this.filled <= readBetweenYields
  }

  /** The row at this position has changed; true when its value here has. */
  update(position: number): boolean {
    if (position >= this.filled) return false
    const before = this.codes[position]
    this.take(position)
    return this.codes[position] !== before
  }

  /** What values sort by has changed (people got other names, say). */
  forgetOrder(): void {
    this.sorted = undefined
    this.rankOfCode = undefined
    this.placeOfCode = undefined
  }

  keepMatching(found: Bits, matches: (value: Value) => boolean): void {
    finish(this.fill())
    const allowed = new Uint8Array(this.values.length)
    for (const [code, value] of this.values.entries()) allowed[code] = matches(value) ? 1 : 0
    found.keepCoded(this.codes, allowed)
  }

  /** Keeps what has `part` somewhere in it, however it is written. */
  keepContaining(found: Bits, part: string): void {
    finish(this.fill())
    this.texts ??= new FoldedTexts()
    const missing = this.values.slice(this.texts.size)
    if (missing.length > 0) this.texts.append(missing.map((value) => String(value ?? '')))
    const allowed = this.texts.containing(part)
    found.keepCoded(this.codes, allowed)
  }

  /** How many of `among` have each value; values that none has are left out. */
  counts(among: Bits): Map<Value, number> {
    finish(this.fill())
    const counts = new Uint32Array(this.values.length)
    among.filter((position) => {
      const code = this.codes[position] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
      return true
    })
    const counted = new Map<Value, number>()
    for (const [code, value] of this.values.entries()) {
      const count = counts[code] ?? 0
      if (count > 0) counted.set(value, count)
    }
    return counted
  }

  /** Whether `ordered` can answer. Takes in a few new rows or values on the spot. */
  canOrder(): boolean {
    if (!this.sorted) return false
    finish(this.fill())
    if (this.values.length - this.rankedValues > placedOneByOne) return false
    this.placeNew()
    return true
  }

  /** Makes `ordered` able to answer, in steps. */
  *rank(): Generator<void, void> {
    yield* this.fill()
    while (!this.canOrder()) yield* this.sortAll()
  }

  /**
   * `base` in the order of this column's values; equal ones stay as they are in `base`. Nothing comes last, in
   * either direction. Only when `canOrder`.
   */
  ordered(base: Uint32Array, descending: boolean): Uint32Array<ArrayBuffer> {
    const { codes } = this
    const ranks = this.rankOfCode ?? new Uint32Array(this.values.length)
    const blank = this.values.length
    const bucketOf = new Uint32Array(this.values.length)
    for (let code = 0; code < bucketOf.length; code++) {
      const rank = ranks[code] ?? 0
      if (this.values[code] === null) bucketOf[code] = blank
      else bucketOf[code] = descending ? blank - 1 - rank : rank
    }
    const starts = new Uint32Array(blank + 2)
    for (const position of base) {
      const next = (bucketOf[codes[position] ?? 0] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let bucket = 1; bucket < starts.length; bucket++) {
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
    }
    const order = new Uint32Array(base.length)
    for (const position of base) {
      const bucket = bucketOf[codes[position] ?? 0] ?? 0
      const place = starts[bucket] ?? 0
      order[place] = position
      starts[bucket] = place + 1
    }
    return order
  }

  /**
   * `base` with equal values together, as they are in `base`, and the values in ascending order; nothing comes last.
   * Only when `canOrder`.
   */
  grouped(base: Uint32Array): IssueGroups {
    const { codes, values } = this
    const sorted = this.sorted ?? new Uint32Array(0)
    const places = this.places()
    const last = sorted.length
    const starts = new Uint32Array(last + 2)
    for (const position of base) {
      const next = (places[codes[position] ?? 0] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    // As numbers: there may be as many groups as issues.
    const placeOf = new Uint32Array(last + 1)
    const startOf = new Uint32Array(last + 1)
    let groups = 0
    for (let place = 0; place <= last; place++) {
      const start = starts[place] ?? 0
      const size = starts[place + 1] ?? 0
      if (size > 0) {
        placeOf[groups] = place
        startOf[groups++] = start
      }
      starts[place + 1] = start + size
    }
    const positions = new Uint32Array(base.length)
    for (const position of base) {
      const place = places[codes[position] ?? 0] ?? 0
      const at = starts[place] ?? 0
      positions[at] = position
      starts[place] = at + 1
    }
    const placeOfGroup = placeOf.subarray(0, groups)
    return new IssueGroups(positions, startOf.subarray(0, groups), {
      valueOf: (group) => {
        const code = sorted[placeOfGroup[group] ?? last]
        return code === undefined ? null : (values[code] ?? null)
      },
      groupOf: (value) => {
        const code = this.codeOf.get(value)
        const place = isNothing(value) ? last : code === undefined ? undefined : places[code]
        if (place === undefined) return undefined
        const group = firstPlace(placeOfGroup, (other) => other >= place)
        return placeOfGroup[group] === place ? group : undefined
      },
    })
  }

  /** Which place each code has among the sorted ones; all that is nothing has the place after the last. */
  private places(): Uint32Array {
    if (this.placeOfCode) return this.placeOfCode
    const sorted = this.sorted ?? new Uint32Array(0)
    const places = new Uint32Array(this.values.length).fill(sorted.length)
    for (let place = 0; place < sorted.length; place++) {
      const code = sorted[place] ?? 0
      if (!isNothing(this.values[code] ?? null)) places[code] = place
    }
    this.placeOfCode = places
    return places
  }

  private take(position: number): void {
    const row = this.rows[position]
    const value = row ? this.read(row) : null
    let code = this.codeOf.get(value)
    if (code === undefined) {
      code = this.values.length
      this.values.push(value)
      this.codeOf.set(value, code)
    }
    this.codes[position] = code
  }

  private reserve(size: number): void {
    if (size <= this.codes.length) return
    const larger = new Uint32Array(Math.max(size, Math.ceil(this.codes.length * 1.25)))
    larger.set(this.codes)
    this.codes = larger
  }

  private key(code: number): SortKey {
    const value = this.values[code] ?? null
    return value === null ? 0 : this.keyOf(value)
  }

  private *sortAll(): Generator<void, void> {
    const known = this.values.length
    const coded: number[] = []
    const keys: SortKey[] = []
    for (let code = 0; code < known; code++) {
      if (this.values[code] === null) continue
      coded.push(code)
      keys.push(this.key(code))
      if (code % readBetweenYields === readBetweenYields - 1) yield
    }
    const sorted = yield* sortedIndices(keys)
    this.sorted = sorted.map((index) => coded[index] ?? 0)
    this.rememberRanks(keys, sorted, known)
  }

  private rememberRanks(keys: readonly SortKey[], indices: Uint32Array, known: number): void {
    const ranks = new Uint32Array(known)
    let rank = 0
    for (let place = 0; place < indices.length; place++) {
      const key = keys[indices[place] ?? 0] ?? 0
      // Values that read alike (`Ana`, `ana`) share a rank, so that what comes next in line decides.
      if (place > 0 && compareKeys(key, keys[indices[place - 1] ?? 0] ?? 0) !== 0) rank = place
      ranks[this.sorted?.[place] ?? 0] = rank
    }
    this.rankOfCode = ranks
    this.placeOfCode = undefined
    this.rankedValues = known
  }

  /** Puts codes that came after sorting in their place among the sorted ones. */
  private placeNew(): void {
    if (this.rankedValues === this.values.length) return
    let sorted = this.sorted ?? new Uint32Array(0)
    let ranks = this.rankOfCode ?? new Uint32Array(0)
    for (let code = this.rankedValues; code < this.values.length; code++) {
      if (this.values[code] === null) {
        ranks = withAppended(ranks, 0)
        continue
      }
      const key = this.key(code)
      let low = 0
      let high = sorted.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (compareKeys(this.key(sorted[middle] ?? 0), key) <= 0) low = middle + 1
        else high = middle
      }
      const before = sorted[low - 1]
      const alike = before !== undefined && compareKeys(this.key(before), key) === 0
      for (let place = low; place < sorted.length; place++) {
        const moved = sorted[place] ?? 0
        ranks[moved] = (ranks[moved] ?? 0) + 1
      }
      ranks = withAppended(ranks, alike ? (ranks[before] ?? 0) : low)
      const grown = new Uint32Array(sorted.length + 1)
      grown.set(sorted.subarray(0, low))
      grown[low] = code
      grown.set(sorted.subarray(low), low + 1)
      sorted = grown
    }
    this.sorted = sorted
    this.rankOfCode = ranks
    this.placeOfCode = undefined
    this.rankedValues = this.values.length
  }
}

function withAppended(numbers: Uint32Array, last: number): Uint32Array {
  const longer = new Uint32Array(numbers.length + 1)
  longer.set(numbers)
  longer[numbers.length] = last
  return longer
}
