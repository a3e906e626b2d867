import type { Row } from '../merge/row'
import { coverNeedKeyFrom } from '../model/cover-need'
import type { CoverNeed } from '../model/entities'
import type { Fields } from '../model/value'
import { type WeekHours, weekHours } from '../model/week-hours'
import { roleWords } from '../ownership/role-words'
import { addDays, type Day, isDay } from '../time/day'
import { isZone } from '../time/zone'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import type { ShiftRole } from './shift'

export interface NeedDraft {
  readonly role: ShiftRole
  readonly people: number
  readonly zone: string
  readonly hours: WeekHours
  /** The first day on which it is needed. */
  readonly from: Day
}

export function addNeed(key: string, draft: NeedDraft): Planned | Refused {
  const problem = needProblem(draft)
  if (problem) return refused(problem)
  return planned(`Cover needed for ${wordOf(draft.role)}`, [
    { entity: 'coverNeed', key, fields: needFields(draft) },
  ])
}

/** From a day on: what was needed before stays as it was. */
export function changeNeed(row: Row<CoverNeed>, draft: NeedDraft, today: Day): Planned | Refused {
  const problem = needProblem(draft) ?? (draft.from < today ? 'Choose a day from today on.' : undefined)
  if (problem) return refused(problem)
  const label = `Cover needed for ${wordOf(draft.role)} changed`
  if ((row.values.from ?? '') >= draft.from)
    return planned(label, [{ entity: 'coverNeed', key: row.key, fields: needFields(draft) }])
  return planned(label, [
    { entity: 'coverNeed', key: row.key, fields: { to: addDays(draft.from, -1) } },
    { entity: 'coverNeed', key: coverNeedKeyFrom(row.key, draft.from), fields: needFields(draft) },
  ])
}

/** It was needed up to yesterday, or never where it had not begun. */
export function endNeed({ key, values }: Row<CoverNeed>, today: Day): Planned {
  const label = `Cover no longer needed for ${wordOf(values.role)}`
  const hasBegun = values.from != null && values.from < today
  const fields: Fields = hasBegun ? { to: addDays(today, -1) } : { removed: true }
  return planned(label, [{ entity: 'coverNeed', key, fields }])
}

function needProblem({ people, zone, from }: NeedDraft): string | undefined {
  if (!Number.isInteger(people) || people < 1) return 'Say how many people are needed.'
  if (!isZone(zone)) return `${zone || 'Nothing'} is no time zone that is known here.`
  return isDay(from) ? undefined : 'Say from which day on.'
}

function needFields({ role, people, zone, hours, from }: NeedDraft): Fields {
  const fields: Fields = { role, people, zone, from, to: null, removed: false }
  for (const weekday of Object.keys(weekHours) as (keyof WeekHours)[])
    fields[weekday] = hours[weekday] || null
  return fields
}

const wordOf = (role: CoverNeed['role']) => (role ? roleWords[role].toLowerCase() : 'a role')
