import type { Row } from '../merge/row'
import type { Leave } from '../model/entities'
import type { Instant } from '../model/value'
import { type Day, isDay } from '../time/day'
import { formatDay } from '../time/format'
import { dayOf } from '../time/zone'
import { type Planned, planned, type Refused, refused } from '../triage/plan'

/** Writes down that somebody is away from one day to another, both included. */
export function takeLeave(
  key: string,
  person: { readonly key: string; readonly name: string } | undefined,
  from: Day,
  to: Day,
): Planned | Refused {
  if (!person) return refused('Say who is away.')
  if (!isDay(from) || !isDay(to)) return refused('Say the first and the last day.')
  if (to < from) return refused('The last day is before the first.')
  const span = from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
  return planned(`${person.name} on leave ${span}`, [
    { entity: 'leave', key, fields: { person: person.key, from, to } },
  ])
}

/** The leave of somebody, earliest first; what cannot be told (a day is missing) is left out. */
export function leavesOf(person: string, leaves: Iterable<Row<Leave>>): Row<Leave>[] {
  const own = [...leaves].filter(({ values }) => values.person === person && isTold(values))
  return own.sort((a, b) => ((a.values.from ?? '') < (b.values.from ?? '') ? -1 : 1))
}

/** Tells whether somebody is on leave at an instant, by the day it is then in the engagement's zone. */
export function awayBy(leaves: Iterable<Row<Leave>>, zone: string): (person: string, at: Instant) => boolean {
  const spans = new Map<string, { from: Day; to: Day }[]>()
  for (const { values } of leaves) {
    const { person, from, to } = values
    if (!isTold(values) || !person || !from || !to) continue
    spans.set(person, [...(spans.get(person) ?? []), { from, to }])
  }
  return (person, at) => {
    const own = spans.get(person)
    if (!own) return false
    const day = dayOf(at, zone)
    return own.some(({ from, to }) => from <= day && day <= to)
  }
}

/** Whether it says who is away and when. */
export const isTold = ({ person, from, to, removed }: Leave) =>
  removed !== true && Boolean(person) && from != null && to != null && from <= to
