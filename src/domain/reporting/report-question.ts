import type { ToldCopy } from '../merge/freshness'
import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import type { ReadingScope } from './reading'
import { redactionOf } from './redaction'
import { nothing, type Withholding } from './withholding'

export interface ReportQuestion {
  readonly asOf: Instant
  /** For readers who are not to read everything. */
  readonly withhold?: Withholding | undefined
  /** What other laptops have told of their copies. */
  readonly copies?: readonly ToldCopy[]
}

export function scopeOf(
  replica: Replica,
  { withhold = nothing, copies = [] }: ReportQuestion,
): Omit<ReadingScope, 'period'> {
  return { redaction: redactionOf(replica, withhold), copies }
}
