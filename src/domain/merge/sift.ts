import type { Operation } from './operation'
import { copyOfSeen, hasSeen, noteSeen, type Seen } from './seen'
import type { LaptopId, Stamp } from './stamp'

/** Which operation of a laptop it says it is, and when it was written. */
type Told = Pick<Operation, 'laptop' | 'seq' | 'stamp'>

/**
 * Parts what a bundle brings into what is new and what is known here already, and notices when it tells another
 * history of a laptop than the one known here. A laptop numbers its operations once, each stamp greater than the one
 * before, so two histories can be told apart by numbers and stamps alone.
 */
export class Sift {
  /** In the order in which they came. */
  readonly fresh: Operation[] = []
  /** Those with a number that is known here; whether they are the same operations, only the log can tell. */
  readonly known: Told[] = []
  private readonly seen: Map<LaptopId, Seen>
  private readonly stamps = new Map<LaptopId, Map<number, Stamp>>()

  /** @param before what has been seen here; it is left as it is. */
  constructor(private readonly before: ReadonlyMap<LaptopId, Seen>) {
    this.seen = copyOfSeen(before)
  }

  /** @returns false when the bundle itself tells two histories of the laptop. */
  add(operation: Operation): boolean {
    const { laptop, seq, stamp } = operation
    if (hasSeen(this.before.get(laptop), seq)) {
      this.known.push({ laptop, seq, stamp })
      return true
    }
    if (!noteSeen(this.seen, operation)) return this.stamps.get(laptop)?.get(seq) === stamp
    let stamps = this.stamps.get(laptop)
    if (!stamps) {
      stamps = new Map()
      this.stamps.set(laptop, stamps)
    }
    stamps.set(seq, stamp)
    this.fresh.push(operation)
    return true
  }

  /** Laptops whose new operations do not follow those that are known here. */
  forked(): LaptopId[] {
    return [...this.stamps]
      .filter(([laptop, stamps]) => !this.follow(laptop, stamps))
      .map(([laptop]) => laptop)
  }

  private follow(laptop: LaptopId, fresh: ReadonlyMap<number, Stamp>): boolean {
    const before = this.before.get(laptop)
    const line: (readonly [number, string])[] = [...fresh, ...(before?.beyond ?? [])]
    if (before) line.push([before.to, before.stamp])
    line.sort(([a], [b]) => a - b)
    return line.every(([, stamp], index) => index === 0 || stamp > (line[index - 1]?.[1] ?? ''))
  }
}

/** Compares numbers that are known here with the operations that the log holds under them. */
export class KnownProof {
  private readonly expected = new Map<string, Stamp>()
  private readonly others = new Set<LaptopId>()

  constructor(known: readonly Told[]) {
    for (const { laptop, seq, stamp } of known) {
      const id = `${laptop}.${seq}`
      if ((this.expected.get(id) ?? stamp) !== stamp) this.others.add(laptop)
      this.expected.set(id, stamp)
    }
  }

  /** Whether there is anything to compare. */
  get isNeeded(): boolean {
    return this.expected.size > 0
  }

  look({ laptop, seq, stamp }: Told): void {
    if ((this.expected.get(`${laptop}.${seq}`) ?? stamp) !== stamp) this.others.add(laptop)
  }

  /** Laptops of which the bundle tells another operation under a number than the log does. */
  forked(): LaptopId[] {
    return [...this.others]
  }
}
