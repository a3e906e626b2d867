import type { DayEvents } from './day-events'

/** `2 of severity 1–2, Patch 4 shipped`; empty for a day on which nothing happened. */
export function eventText({ incidents, patches }: Pick<DayEvents, 'incidents' | 'patches'>): string {
  return [
    ...(incidents > 0 ? [`${incidents} of severity 1–2`] : []),
    ...patches.map((name) => `${name} shipped`),
  ].join(', ')
}
