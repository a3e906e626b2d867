import { touchedBy } from '../merge/apply'
import type { Row } from '../merge/row'
import type { ActivePeople, UsageTotals } from '../model/entities'
import type { Day } from '../time/day'
import { readPeople, readTotals, type Total } from './lines'

interface OfDay {
  readonly day?: Day | null
  readonly removed?: boolean | null
}

/** Rows that stand, by the day they tell of. */
export function rowsByDay<V extends OfDay>(rows: Iterable<Row<V>>): Map<Day, Row<V>[]> {
  const days = new Map<Day, Row<V>[]>()
  for (const row of rows) {
    const { day, removed } = row.values
    if (!day || removed === true) continue
    const ofDay = days.get(day)
    if (ofDay) ofDay.push(row)
    else days.set(day, [row])
  }
  return days
}

/** Everybody who was active by any of a day's rows, and how often: two files that overlap say the same twice. */
export function peopleOf(rows: readonly Row<ActivePeople>[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const { values } of rows)
    for (const [use, events] of readPeople(values.people ?? ''))
      all.set(use, Math.max(all.get(use) ?? 0, events))
  return all
}

/** A day's figures; where two files differ, those that were imported last. */
export function totalsOf(rows: readonly Row<UsageTotals>[]): Map<string, Total> {
  const inOrder = [...rows].sort((a, b) => (touchedBy(a) < touchedBy(b) ? -1 : 1))
  return new Map(inOrder.flatMap(({ values }) => [...readTotals(values.totals ?? '')]))
}
