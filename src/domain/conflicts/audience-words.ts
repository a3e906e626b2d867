import { fieldName } from '../reporting/audience-commands'

export const audienceEntityWords = { reportAudience: 'Audience of reports' } as const

export const audienceLabels = {
  'reportAudience.namesWithheld': 'Names withheld',
  'reportAudience.unitsWithheld': 'Units withheld',
} as const

/** `Component withheld`; undefined where it is no field that somebody marked. */
export function audienceSetLabel(prefix: string, field: string): string | undefined {
  return prefix === 'withheld' && field !== '' ? `${fieldName(field)} withheld` : undefined
}
