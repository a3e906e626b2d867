import type { Intake } from '@domain/merge/intake'
import type { Segment } from './database'
import { eachOperationIn } from './log'
import { pace } from './pace'

/** So many operations are taken in before a look at how long the screen has waited. */
const stretch = 128

/** For the worker: a segment on its way to whoever shows it. A copy is handed over, which is less work than a clone. */
export function sendLines(to: MessagePort, { lines }: Pick<Segment, 'lines'>): void {
  const copy = lines.slice()
  to.postMessage(copy, [copy.buffer])
}

/**
 * Operations that a worker is writing into the log, taken over while it writes: they are read here and made rows at
 * the same time, to be shown once the log holds them all.
 */
export class Arriving {
  /** For the worker: each segment's lines go in here. */
  readonly port: MessagePort
  private readonly inlet: MessagePort
  private readonly turn = pace()
  private reading: Promise<void> = Promise.resolve()
  private count = 0
  private wanted = Number.POSITIVE_INFINITY
  private complete: () => void = () => undefined

  constructor(private readonly intake: Intake) {
    const { port1, port2 } = new MessageChannel()
    this.port = port2
    this.inlet = port1
    port1.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      this.reading = this.reading.then(() => this.read(data))
    }
  }

  /** Resolves when so many operations have been taken in. */
  async all(count: number): Promise<Intake> {
    this.wanted = count
    if (this.count < count)
      await new Promise<void>((complete) => {
        this.complete = complete
      })
    this.inlet.close()
    return this.intake
  }

  private async read(lines: Uint8Array): Promise<void> {
    for (const operation of eachOperationIn({ lines })) {
      this.intake.take(operation)
      if (++this.count % stretch === 0) await this.turn()
    }
    if (this.count >= this.wanted) this.complete()
    await this.turn()
  }
}
