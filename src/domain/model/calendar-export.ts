import { instant, line } from './field'

/**
 * What one laptop has told the calendars of a kind: all shifts, those of a role, those of a person. One row per kind and
 * laptop, so that no two write the same; what calendars know is all of them together.
 */
export const calendarExportFields = {
  /** As `calendarKey` writes it. */
  calendar: line,
  exportedAt: instant,
} as const

/** `event:SHIFT` what was told of that shift last, as `rotation/told-events.ts` writes it. */
export const calendarExportSets = { 'event:': line } as const

export const calendarExportKey = (calendar: string, laptop: string) => `${calendar}@${laptop}`
