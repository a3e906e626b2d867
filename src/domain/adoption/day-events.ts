import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import { dayOf } from '../time/zone'

/** What happened on a day that may be why fewer people came: grave incidents raised, patches shipped. */
export interface DayEvents {
  readonly incidents: number
  readonly patches: string[]
}

export const quiet: DayEvents = { incidents: 0, patches: [] }

export interface EventTables {
  readonly incidents: readonly { readonly at: Instant; readonly severity: Severity | null | undefined }[]
  readonly patches: readonly { readonly at: Instant; readonly name: string }[]
}

/** By day, those days on which anything happened. */
export function eventsByDay({ incidents, patches }: EventTables, zone: string): Map<Day, DayEvents> {
  const days = new Map<Day, DayEvents>()
  const on = (at: Instant) => days.get(dayOf(at, zone)) ?? quiet
  for (const { at, severity } of incidents) {
    if (severity !== 1 && severity !== 2) continue
    const before = on(at)
    days.set(dayOf(at, zone), { ...before, incidents: before.incidents + 1 })
  }
  for (const { at, name } of patches) {
    const before = on(at)
    days.set(dayOf(at, zone), { ...before, patches: [...before.patches, name] })
  }
  return days
}
