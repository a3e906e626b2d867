import { inWorker } from '../workers/spawn'

/** So many operations since the last snapshot make the next start noticeably longer. */
const worthTidying = 2_000
/** Quiet time, in milliseconds, before tidying begins: nobody should wait for it. */
const quiet = 4_000

/** Keeps the log short and the snapshot fresh, in a worker, while nobody is writing. */
export class Tidying {
  private timer: ReturnType<typeof setTimeout> | undefined
  private running = false

  constructor(
    private readonly engagement: string,
    private waiting: number,
    private readonly allowed: boolean,
  ) {
    this.note(0)
  }

  note(operations: number): void {
    this.waiting += operations
    clearTimeout(this.timer)
    if (this.allowed && this.waiting >= worthTidying) this.timer = setTimeout(() => void this.run(), quiet)
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    this.waiting = 0
    try {
      await inWorker((worker) => worker.call('tidy', { engagement: this.engagement }))
    } catch (error) {
      // The log is whole without it; the next start is only slower.
      console.warn('Tidying was put off', error)
    } finally {
      this.running = false
    }
  }
}
