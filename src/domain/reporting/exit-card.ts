import type { ExitReading } from '../exit/exit-reading'
import { type Scorecard, scorecard } from '../exit/scorecard'
import type { Instant } from '../model/value'
import type { Redact } from './redacting'

/** The exit scorecard as a report made at one instant tells it. */
export interface ExitCard extends Scorecard {
  /** What people wrote, as its readers may read it. */
  readonly told: Redact
}

export function exitCardAt(reading: ExitReading, asOf: Instant, redact: Redact = (text) => text): ExitCard {
  return { ...scorecard(reading, asOf), told: redact }
}
