import type { ToldCopy } from '../merge/freshness'
import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import type { ReadingScope } from './reading'
import { redactNames } from './redaction'

export interface ReportQuestion {
  readonly asOf: Instant
  /** For an audience that is not to read who did what. */
  readonly withholdNames?: boolean
  /** What other laptops have told of their copies. */
  readonly copies?: readonly ToldCopy[]
}

export function scopeOf(
  replica: Replica,
  { withholdNames, copies = [] }: ReportQuestion,
): Omit<ReadingScope, 'period'> {
  return { redact: withholdNames ? redactNames(replica) : undefined, copies }
}
