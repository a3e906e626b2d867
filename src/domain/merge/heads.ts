import type { Instant } from '../model/value'
import { effectiveAt, isImported, type Operation } from './operation'
import { formatStamp, type LaptopId, parseStamp, type Stamp } from './stamp'

/** An operation's place among the heads of its replica. */
export type Head = number

/** The columns as a snapshot stores them, and the words that two of them point into. */
export interface StoredHeads {
  readonly walls: Float64Array<ArrayBuffer>
  readonly counters: Uint32Array<ArrayBuffer>
  readonly instants: Float64Array<ArrayBuffer>
  readonly laptops: Uint16Array<ArrayBuffer>
  readonly authors: Uint32Array<ArrayBuffer>
  readonly imports: Uint8Array<ArrayBuffer>
  readonly laptopNames: readonly string[]
  readonly authorNames: readonly string[]
}

const firstRoom = 1_024

/**
 * Who wrote each operation, when, and whether a source said it: what rows still need to know of an operation once
 * its values are in place. Columns of numbers, because as objects these few facts would weigh several times as
 * much as the values.
 */
export class Heads {
  private count = 0
  private walls = new Float64Array(firstRoom)
  private counters = new Uint32Array(firstRoom)
  private instants = new Float64Array(firstRoom)
  private laptops = new Uint16Array(firstRoom)
  private authors = new Uint32Array(firstRoom)
  private imports = new Uint8Array(firstRoom)
  private readonly laptopNames = new Names()
  private readonly authorNames = new Names()

  get size(): number {
    return this.count
  }

  add(operation: Operation): Head {
    const { wall, counter, laptop } = parseStamp(operation.stamp)
    return this.put(wall, counter, laptop, effectiveAt(operation), operation.by, isImported(operation))
  }

  stamp(head: Head): Stamp {
    return formatStamp({
      wall: this.walls[head] ?? 0,
      counter: this.counters[head] ?? 0,
      laptop: this.laptop(head),
    })
  }

  /** When the operation was written, as its stamp tells. */
  wall(head: Head): Instant {
    return this.walls[head] ?? 0
  }

  /** When the change happened, as `effectiveAt` tells it. */
  at(head: Head): Instant {
    return this.instants[head] ?? 0
  }

  by(head: Head): string {
    return this.authorNames.at(this.authors[head] ?? 0)
  }

  imported(head: Head): boolean {
    return this.imports[head] === 1
  }

  /** Below zero when the first was stamped before the second. */
  compare(a: Head, b: Head): number {
    const walls = (this.walls[a] ?? 0) - (this.walls[b] ?? 0)
    if (walls !== 0) return walls
    const counters = (this.counters[a] ?? 0) - (this.counters[b] ?? 0)
    if (counters !== 0) return counters
    const [one, other] = [this.laptop(a), this.laptop(b)]
    return one < other ? -1 : one > other ? 1 : 0
  }

  /** Takes over one head of another replica's heads. */
  copyFrom(other: Heads, head: Head): Head {
    const { walls, counters } = other
    return this.put(
      walls[head] ?? 0,
      counters[head] ?? 0,
      other.laptop(head),
      other.at(head),
      other.by(head),
      other.imported(head),
    )
  }

  toStored(): StoredHeads {
    return {
      walls: this.walls.slice(0, this.count),
      counters: this.counters.slice(0, this.count),
      instants: this.instants.slice(0, this.count),
      laptops: this.laptops.slice(0, this.count),
      authors: this.authors.slice(0, this.count),
      imports: this.imports.slice(0, this.count),
      laptopNames: this.laptopNames.all,
      authorNames: this.authorNames.all,
    }
  }

  static fromStored(stored: StoredHeads): Heads {
    const heads = new Heads()
    heads.count = stored.walls.length
    heads.walls = stored.walls
    heads.counters = stored.counters
    heads.instants = stored.instants
    heads.laptops = stored.laptops
    heads.authors = stored.authors
    heads.imports = stored.imports
    for (const name of stored.laptopNames) heads.laptopNames.placeOf(name)
    for (const name of stored.authorNames) heads.authorNames.placeOf(name)
    return heads
  }

  private laptop(head: Head): LaptopId {
    return this.laptopNames.at(this.laptops[head] ?? 0)
  }

  private put(
    wall: Instant,
    counter: number,
    laptop: LaptopId,
    at: Instant,
    by: string,
    imported: boolean,
  ): Head {
    if (this.count === this.walls.length) this.grow()
    const head = this.count++
    this.walls[head] = wall
    this.counters[head] = counter
    this.instants[head] = at
    this.laptops[head] = this.laptopNames.placeOf(laptop)
    this.authors[head] = this.authorNames.placeOf(by)
    this.imports[head] = imported ? 1 : 0
    return head
  }

  private grow(): void {
    const room = Math.max(firstRoom, this.count * 2)
    this.walls = widened(new Float64Array(room), this.walls)
    this.counters = widened(new Uint32Array(room), this.counters)
    this.instants = widened(new Float64Array(room), this.instants)
    this.laptops = widened(new Uint16Array(room), this.laptops)
    this.authors = widened(new Uint32Array(room), this.authors)
    this.imports = widened(new Uint8Array(room), this.imports)
  }
}

/** Words that come again and again, each kept once. */
class Names {
  readonly all: string[] = []
  private readonly places = new Map<string, number>()

  placeOf(name: string): number {
    const known = this.places.get(name)
    if (known !== undefined) return known
    this.places.set(name, this.all.length)
    return this.all.push(name) - 1
  }

  at(place: number): string {
    return this.all[place] ?? ''
  }
}

function widened<Column extends { set(from: Column): void }>(wider: Column, column: Column): Column {
  wider.set(column)
  return wider
}
