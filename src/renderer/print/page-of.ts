import type { WeeklyPack } from '@domain/reporting/weekly-pack'

/** Class of a section that fills a page of its own, unless the engagement has nothing yet that could fill it. */
export function pageOf({ demand }: WeeklyPack): string | undefined {
  return demand.tables.some(({ rows }) => rows.length > 0) ? 'new-page' : undefined
}
