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

/** The columns as a snapshot stores them, and what numbers in rows and columns point at. */
export interface StoredHeads {
  readonly walls: Float64Array<ArrayBuffer>
  readonly counters: Uint32Array<ArrayBuffer>
  readonly instants: Float64Array<ArrayBuffer>
  readonly hands: Uint32Array<ArrayBuffer>
  readonly knownHands: readonly Hand[]
  readonly trackedValues: readonly FieldAndValue[]
}

const firstRoom = 1_024
/** Little of it stands empty, and still each head is copied only a few times. */
const growth = 1.25

/**
 * Who wrote each operation, when, and whether a source said it: what rows still need to know of an operation once
 * its values are in place. Columns of numbers, because as objects these few facts would weigh several times as
 * much as the values.
 */
export class Heads {
  /** What the histories of these rows tell of. */
  readonly tracked: TrackedValues
  private count = 0
  private walls = new Float64Array(firstRoom)
  private counters = new Uint32Array(firstRoom)
  private instants = new Float64Array(firstRoom)
  private hands = new Uint32Array(firstRoom)
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
      wall: this.walls[head] ?? 0,
      counter: this.counters[head] ?? 0,
      laptop: this.hand(head).laptop,
    })
  }

  /** Whether the operation is the one with this stamp, told without writing out its own. */
  isStamped(head: Head, stamp: Stamp): boolean {
    return (
      this.walls[head] === stampWall(stamp) &&
      this.counters[head] === stampCounter(stamp) &&
      stamp.endsWith(this.hand(head).laptop)
    )
  }

  /** When the operation was written, as its stamp tells. */
  wall(head: Head): Instant {
    return this.walls[head] ?? 0
  }

  /** When the change happened, as `effectiveAt` tells it. */
  at(head: Head): Instant {
    return this.instants[head] ?? 0
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
    const walls = (this.walls[a] ?? 0) - (this.walls[b] ?? 0)
    if (walls !== 0) return walls
    const counters = (this.counters[a] ?? 0) - (this.counters[b] ?? 0)
    if (counters !== 0) return counters
    const [one, other] = [this.hand(a).laptop, this.hand(b).laptop]
    return one < other ? -1 : one > other ? 1 : 0
  }

  /** Takes over one head of another replica's heads. */
  copyFrom(other: Heads, head: Head): Head {
    const { laptop, by, imported } = other.hand(head)
    const hand = this.placeOfHand(laptop, by, imported)
    return this.put(other.wall(head), other.counters[head] ?? 0, other.at(head), hand)
  }

  toStored(): StoredHeads {
    return {
      walls: this.walls.slice(0, this.count),
      counters: this.counters.slice(0, this.count),
      instants: this.instants.slice(0, this.count),
      hands: this.hands.slice(0, this.count),
      knownHands: this.knownHands,
      trackedValues: this.tracked.all,
    }
  }

  static fromStored(stored: StoredHeads): Heads {
    const heads = new Heads(stored.trackedValues)
    heads.count = stored.walls.length
    heads.walls = stored.walls
    heads.counters = stored.counters
    heads.instants = stored.instants
    heads.hands = stored.hands
    for (const { laptop, by, imported } of stored.knownHands) heads.placeOfHand(laptop, by, imported)
    return heads
  }

  private hand(head: Head): Hand {
    const hand = this.knownHands[this.hands[head] ?? 0]
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
    if (this.count === this.walls.length) this.grow()
    const head = this.count++
    this.walls[head] = wall
    this.counters[head] = counter
    this.instants[head] = at
    this.hands[head] = hand
    return head
  }

  private grow(): void {
    const room = Math.max(firstRoom, Math.ceil(this.count * growth))
    this.walls = widened(new Float64Array(room), this.walls)
    this.counters = widened(new Uint32Array(room), this.counters)
    this.instants = widened(new Float64Array(room), this.instants)
    this.hands = widened(new Uint32Array(room), this.hands)
  }
}

function widened<Column extends { set(from: Column): void }>(wider: Column, column: Column): Column {
  wider.set(column)
  return wider
}
