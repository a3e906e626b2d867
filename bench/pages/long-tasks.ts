/** Longest task that the screen's thread was held by; tasks below 50 ms are not told by the browser and count as 0. */
export class LongTasks {
  private longest = 0
  private readonly observer = new PerformanceObserver((list) => this.take(list.getEntries()))

  constructor() {
    this.observer.observe({ type: 'longtask' })
  }

  /** Ends watching. */
  finish(): number {
    this.take(this.observer.takeRecords())
    this.observer.disconnect()
    return this.longest
  }

  private take(entries: readonly PerformanceEntry[]): void {
    for (const { duration } of entries) this.longest = Math.max(this.longest, duration)
  }
}
