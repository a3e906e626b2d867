import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import { type Redact, redactNames } from './redaction'

export interface ReportQuestion {
  readonly asOf: Instant
  /** For an audience that is not to read who did what. */
  readonly withholdNames?: boolean
}

export function redactFor(replica: Replica, { withholdNames }: ReportQuestion): Redact | undefined {
  return withholdNames ? redactNames(replica) : undefined
}
