import { numberText } from '@domain/reporting/number-text'
import type { IssueLine } from '@domain/reporting/pack'

type Severity = IssueLine['severity']

export function severityWords(severity: Severity): string {
  return severity === null ? 'No severity yet' : `Severity ${severity}`
}

/** For a narrow column. */
export function severityMark(severity: Severity): string {
  return severity === null ? '–' : String(severity)
}

export function changeWords(change: number | null): string {
  if (change === null) return 'nothing to compare with'
  if (change === 0) return 'no change'
  return `${numberText(Math.abs(change))} ${change > 0 ? 'more ▲' : 'fewer ▼'}`
}
