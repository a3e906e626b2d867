import type { Row } from '../merge/row'
import type { Leave } from '../model/entities'
import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import { dayOf } from '../time/zone'

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
