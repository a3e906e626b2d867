import { begunAt } from '../merge/apply'
import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import type { Instant } from '../model/value'
import type { AdoptionTables } from './reading'

/** What was known at an instant. */
export function adoptionTables(replica: Replica, asOf: Instant): AdoptionTables {
  const known = <V>(rows: ReadonlyMap<string, Row<V>>) =>
    [...rows.values()].filter((row) => begunAt(row) <= asOf)
  return {
    people: known(replica.rows('activePeople')),
    totals: known(replica.rows('usageTotals')),
    licences: known(replica.rows('licencePage')),
  }
}
