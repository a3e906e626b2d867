import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { type Reading, type ReadingScope, readAsOf } from './reading'

/** A day up to an instant, and the day before that, to compare with. */
export class Days {
  readonly day: Reading
  private before: Reading | undefined

  constructor(
    private readonly replica: Replica,
    asOf: Instant,
    private readonly scope: Omit<ReadingScope, 'period' | 'kind'> = {},
  ) {
    this.day = readAsOf(replica, asOf, scope)
  }

  /** Only read where no report was saved that this one could be held against. */
  get dayBefore(): Reading {
    this.before ??= readAsOf(this.replica, this.day.since, this.scope)
    return this.before
  }
}
