import type { Severity } from '../model/issue'
import type { QuietHours } from './quiet-hours'

/** What a laptop's user wants to be told, and when not. */
export interface NotificationSettings {
  readonly on: boolean
  /** Minutes before a target is used up, by severity; null for a quarter of the target; 0 for no warning. */
  readonly lead: Readonly<Record<Severity, number | null>>
  readonly quiet: QuietHours | null
  /** Whether severity 1 is told in quiet hours too. */
  readonly severity1Always: boolean
}

export const defaultNotificationSettings: NotificationSettings = {
  on: true,
  lead: { 1: null, 2: null, 3: null },
  quiet: null,
  severity1Always: true,
}

const minute = 60_000
const shortestLead = 5 * minute
const longestLead = 60 * minute

/**
 * How long before the end of a target somebody is warned, in milliseconds; undefined for no warning.
 * @param target milliseconds; undefined where a promise was made by hand
 */
export function leadTime(
  { lead }: NotificationSettings,
  severity: Severity,
  target: number | undefined,
): number | undefined {
  const chosen = lead[severity]
  if (chosen === 0) return undefined
  if (chosen !== null) return chosen * minute
  return Math.min(longestLead, Math.max(shortestLead, (target ?? longestLead) / 4))
}
