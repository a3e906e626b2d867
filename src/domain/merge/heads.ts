import type { Instant } from '../model/value'
import { isImported, type Operation } from './operation'
import { formatStamp, type LaptopId, type Stamp, stampCounter, stampWall } from './stamp'
import { type FieldAndValue, TrackedValues } from './tracked-values'

/** An operation's place among the heads of its replica. */
export type Head = number

/** Who writes, where, and whether it is what a source said: the same few for thousands of operations. */
export interface Hand {
  readonly laptop: LaptopId
  readonly by: string
  readonly imported: boolean
}

/** The numbers as a snapshot stores them, and what numbers in rows and heads point at. */
export interface StoredHeads {
  readonly numbers: Float64Array<ArrayBuffer>
  readonly knownHands: readonly Hand[]
  readonly trackedValues: readonly FieldAndValue[]
}

/** A head is so many doubles: the wall, the instant, and two whole numbers in the room of one, the counter and the hand. */
const doubles = 3
const [wallPlace, instantPlace] = [0, 1]
/** The same in whole numbers of half the width. */
const halves = 2 * doubles
const [counterPlace, handPlace] = [4, 5]

/** Heads come in blocks of 2 ** 12: to make room for more, none that is there has to be copied. */
const blockBits = 12
const blockSize = 2 ** blockBits

const placeIn = (head: Head) => head & (blockSize - 1)

/**
 * Who wrote each operation, when, and whether a source said it: what rows still need to know of an operation once
 * its values are in place. Numbers, because as objects these few facts would weigh several times as much as the
 * values; those of a head side by side, because among a million heads each place that is looked at is one to wait for.
 */
export class Heads {
  /** What the histories of these rows tell of. */
  readonly tracked: TrackedValues
  private count = 0
  private readonly numbers: Float64Array[] = []
  /** The same memory. */
  private readonly wholeNumbers: Uint32Array[] = []
  private readonly knownHands: Hand[] = []
  /** Places among the known hands, by laptop and person: of what they wrote themselves, and of what they imported. */
  private readonly writing = new Map<LaptopId, Map<string, number>>()
  private readonly importing = new Map<LaptopId, Map<string, number>>()

  constructor(trackedValues: readonly FieldAndValue[] = []) {
    this.tracked = new TrackedValues(trackedValues)
  }

  get size(): number {
    return this.count
  }

  add(operation: Operation): Head {
    const { stamp, laptop, by, at } = operation
    const wall = stampWall(stamp)
    const hand = this.placeOfHand(laptop, by, isImported(operation))
    return this.put(wall, stampCounter(stamp), at ?? wall, hand)
  }

  stamp(head: Head): Stamp {
    return formatStamp({
      wall: this.wall(head),
      counter: this.counter(head),
      laptop: this.hand(head).laptop,
    })
  }

  /** Whether the operation is the one with this stamp, told without writing out its own. */
  isStamped(head: Head, stamp: Stamp): boolean {
    return (
      this.wall(head) === stampWall(stamp) &&
      this.counter(head) === stampCounter(stamp) &&
      stamp.endsWith(this.hand(head).laptop)
    )
  }

  /** When the operation was written, as its stamp tells. */
  wall(head: Head): Instant {
    return this.numbers[head >> blockBits]?.[placeIn(head) * doubles + wallPlace] ?? 0
  }

  /** When the change happened, as `effectiveAt` tells it. */
  at(head: Head): Instant {
    return this.numbers[head >> blockBits]?.[placeIn(head) * doubles + instantPlace] ?? 0
  }

  /**
   * When it became known here: what an import tells of last night is known when it is imported, all else as it
   * happens. So the history that a demo is made with is no news.
   */
  knownAt(head: Head): Instant {
    return this.imported(head) ? this.wall(head) : this.at(head)
  }

  by(head: Head): string {
    return this.hand(head).by
  }

  laptop(head: Head): LaptopId {
    return this.hand(head).laptop
  }

  imported(head: Head): boolean {
    return this.hand(head).imported
  }

  /** Below zero when the first was stamped before the second. */
  compare(a: Head, b: Head): number {
    const walls = this.wall(a) - this.wall(b)
    if (walls !== 0) return walls
    const counters = this.counter(a) - this.counter(b)
    if (counters !== 0) return counters
    const one = this.laptop(a)
    const other = this.laptop(b)
    return one < other ? -1 : one > other ? 1 : 0
  }

  /** Takes over one head of another replica's heads. */
  copyFrom(other: Heads, head: Head): Head {
    const { laptop, by, imported } = other.hand(head)
    const hand = this.placeOfHand(laptop, by, imported)
    return this.put(other.wall(head), other.counter(head), other.at(head), hand)
  }

  toStored(): StoredHeads {
    const numbers = new Float64Array(this.count * doubles)
    for (const [index, block] of this.numbers.entries()) {
      const from = index * blockSize * doubles
      numbers.set(block.subarray(0, numbers.length - from), from)
    }
    return {
      numbers,
      knownHands: this.knownHands,
      trackedValues: this.tracked.all,
    }
  }

  static fromStored(stored: StoredHeads): Heads {
    const heads = new Heads(stored.trackedValues)
    const { numbers } = stored
    for (let from = 0; from < numbers.length; from += blockSize * doubles)
      heads.addBlock().set(numbers.subarray(from, from + blockSize * doubles))
    heads.count = numbers.length / doubles
    for (const { laptop, by, imported } of stored.knownHands) heads.placeOfHand(laptop, by, imported)
    return heads
  }

  private counter(head: Head): number {
    return this.wholeNumbers[head >> blockBits]?.[placeIn(head) * halves + counterPlace] ?? 0
  }

  private hand(head: Head): Hand {
    const place = this.wholeNumbers[head >> blockBits]?.[placeIn(head) * halves + handPlace]
    const hand = this.knownHands[place ?? 0]
    if (!hand) throw new RangeError(`There is no head ${head}`)
    return hand
  }

  private placeOfHand(laptop: LaptopId, by: string, imported: boolean): number {
    const places = imported ? this.importing : this.writing
    let ofLaptop = places.get(laptop)
    if (!ofLaptop) {
      ofLaptop = new Map()
      places.set(laptop, ofLaptop)
    }
    let place = ofLaptop.get(by)
    if (place === undefined) {
      place = this.knownHands.push({ laptop, by, imported }) - 1
      ofLaptop.set(by, place)
    }
    return place
  }

  private put(wall: Instant, counter: number, at: Instant, hand: number): Head {
    const head = this.count++
    const numbers = this.numbers[head >> blockBits] ?? this.addBlock()
    const wholeNumbers = this.wholeNumbers[head >> blockBits] as Uint32Array
    numbers[placeIn(head) * doubles + wallPlace] = wall
    numbers[placeIn(head) * doubles + instantPlace] = at
    wholeNumbers[placeIn(head) * halves + counterPlace] = counter
    wholeNumbers[placeIn(head) * halves + handPlace] = hand
    return head
  }

  private addBlock(): Float64Array {
    const block = new Float64Array(blockSize * doubles)
    this.numbers.push(block)
    this.wholeNumbers.push(new Uint32Array(block.buffer))
    return block
  }
}
