import type { IssueLine } from '@domain/reporting/daily-pack'

type Severity = IssueLine['severity']

export function severityWords(severity: Severity): string {
  return severity === null ? 'No severity yet' : `Severity ${severity}`
}

/** For a narrow column. */
export function severityMark(severity: Severity): string {
  return severity === null ? '–' : String(severity)
}

export function changeWords(change: number): string {
  if (change === 0) return 'same as yesterday'
  return `${Math.abs(change).toLocaleString('en-GB')} ${change > 0 ? 'more ▲' : 'fewer ▼'}`
}
