import { DamagedEngagement } from './load'
import { UpgradeFailed } from './opening'
import { saysDiskFailed } from './write-failure'

/** Why an engagement cannot be opened, as far as it makes a difference to what its user can do. */
export interface OpeningProblem {
  readonly kind: 'damaged' | 'gone' | 'disk' | 'upgrade' | 'unexpected'
  /** The stretch of the log that is damaged, where that is known. */
  readonly segment?: number
  /** What the programs said, for whoever is asked for help. */
  readonly details: string
}

export function openingProblem(error: unknown): OpeningProblem {
  const details = errorDetails(error)
  if (error instanceof DamagedEngagement) {
    const { loss: kind, segment } = error
    return { kind, details, ...(segment !== undefined && { segment }) }
  }
  const reasons = reasonsOf(error)
  if (reasons.some((reason) => saysDiskFailed(reason) || nameOf(reason) === 'OpenFailedError'))
    return { kind: 'disk', details }
  return { kind: error instanceof UpgradeFailed ? 'upgrade' : 'unexpected', details }
}

/** Everything that an error and what caused it say, a line each. */
export function errorDetails(error: unknown): string {
  return reasonsOf(error)
    .map((reason) => (reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)))
    .join('\n')
}

/** The error, then what caused it; Dexie calls that `inner`. */
function reasonsOf(error: unknown): unknown[] {
  const reasons: unknown[] = []
  for (let reason = error; reason !== undefined && reason !== null && !reasons.includes(reason); ) {
    reasons.push(reason)
    const { cause, inner } = reason as { cause?: unknown; inner?: unknown }
    reason = cause ?? inner
  }
  return reasons
}

function nameOf(reason: unknown): string | undefined {
  return reason instanceof Error ? reason.name : undefined
}
