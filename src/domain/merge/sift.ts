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
  /** What the bundle tells of each laptop beyond what is known here; some of it perhaps twice. */
  private readonly told = new Map<LaptopId, Told[]>()

  /** @param before what has been seen here; it is left as it is. */
  constructor(private readonly before: ReadonlyMap<LaptopId, Seen>) {
    this.seen = copyOfSeen(before)
  }

  add(operation: Operation): void {
    const { laptop, seq } = operation
    if (hasSeen(this.before.get(laptop), seq)) {
      this.known.push(operation)
      return
    }
    const told = this.told.get(laptop)
    if (told) told.push(operation)
    else this.told.set(laptop, [operation])
    if (noteSeen(this.seen, operation)) this.fresh.push(operation)
  }

  /** Laptops of which the bundle tells two histories, or one that does not follow what is known here. */
  forked(): LaptopId[] {
    return [...this.told].filter(([laptop, told]) => !this.isOne(laptop, told)).map(([laptop]) => laptop)
  }

  private isOne(laptop: LaptopId, told: readonly Told[]): boolean {
    const before = this.before.get(laptop)
    const line: Pick<Told, 'seq' | 'stamp'>[] = [...told]
    for (const [seq, stamp] of before?.beyond ?? []) line.push({ seq, stamp })
    if (before?.stamp) line.push({ seq: before.to, stamp: before.stamp })
    line.sort((a, b) => a.seq - b.seq)
    return line.every((one, index) => {
      const last = line[index - 1]
      if (!last) return true
      return one.seq === last.seq ? one.stamp === last.stamp : one.stamp > last.stamp
    })
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
