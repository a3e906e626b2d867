import type { WeekPack } from '@domain/reporting/weekly-pack'

/** Class of a section that begins a page, unless the engagement has nothing yet to show on it. */
export function pageOf({ demand }: WeekPack): string | undefined {
  return demand.tables.some(({ rows }) => rows.length > 0) ? 'new-page' : undefined
}
