import { touchedBy } from '../merge/apply'
import type { Row } from '../merge/row'
import type { Stamp } from '../merge/stamp'
import type { LicencePage } from '../model/entities'
import type { Day } from '../time/day'
import { type LicensedPerson, readLicences } from './lines'

/** Everybody who could be active, as one list told it. */
export interface LicenceList {
  readonly day: Day
  readonly people: readonly LicensedPerson[]
  readonly rows: readonly Row<LicencePage>[]
}

/** Every list of which all pages are there, the earliest first; of one day, the one that was imported first. */
export function licenceLists(pages: Iterable<Row<LicencePage>>): LicenceList[] {
  const lists = new Map<string, Map<number, Row<LicencePage>>>()
  for (const row of pages) {
    const { day, list, page, removed } = row.values
    if (!day || !list || removed === true) continue
    const key = `${day}/${list}`
    const found = lists.get(key) ?? new Map<number, Row<LicencePage>>()
    const said = found.get(page ?? 0)
    // A list that was said once more has the same page twice.
    if (!said || touchedBy(said) < touchedBy(row)) found.set(page ?? 0, row)
    lists.set(key, found)
  }
  return [...lists.values()]
    .map((found) => [...found.values()])
    .filter((rows) => isComplete(rows))
    .sort((a, b) => {
      const [first, second] = [dayOfList(a), dayOfList(b)]
      if (first !== second) return first < second ? -1 : 1
      return latestOf(a) < latestOf(b) ? -1 : 1
    })
    .map((rows) => ({
      day: dayOfList(rows),
      people: rows.flatMap(({ values }) => readLicences(values.people ?? '')),
      rows,
    }))
}

const dayOfList = ([row]: readonly Row<LicencePage>[]): Day => row?.values.day ?? ''

/** While a folder is under way between two laptops, a page may come before the others. */
function isComplete(rows: readonly Row<LicencePage>[]): boolean {
  return rows.length >= (rows[0]?.values.pages ?? 1)
}

const latestOf = (rows: readonly Row<LicencePage>[]): Stamp =>
  rows.map(touchedBy).reduce((latest, stamp) => (stamp > latest ? stamp : latest))
