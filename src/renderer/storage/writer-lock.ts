/** At most one window writes an engagement; another that has it open only reads. */
export class WriterLock {
  private constructor(readonly release: () => void) {}

  /** Undefined when another window holds it. */
  static take(engagement: string): Promise<WriterLock | undefined> {
    return new Promise((resolve) => {
      void navigator.locks.request(`war-room-writer-${engagement}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined)
          return undefined
        }
        return new Promise<void>((release) => resolve(new WriterLock(release)))
      })
    })
  }
}
