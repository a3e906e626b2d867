import type { Quarantined, Question } from '../importing/draft'
import type { AdoptionFileKind } from '../model/adoption'
import type { Day } from '../time/day'
import type { LicensedPerson, Total } from './lines'
import type { LeftOut } from './who-signed-in'

/** What one file says about use. With an open question there is nothing to store. */
export interface AdoptionDraft {
  readonly kind: AdoptionFileKind
  readonly records: number
  /** By day, how often each person used what: `usageText` → times. */
  readonly people: ReadonlyMap<Day, ReadonlyMap<string, number>>
  /** By day, what is told without names: `placeText` → figures. */
  readonly totals: ReadonlyMap<Day, ReadonlyMap<string, Total>>
  readonly licences: readonly LicensedPerson[]
  readonly leftOut: Readonly<Record<LeftOut, number>>
  readonly quarantined: readonly Quarantined[]
  readonly questions: readonly Question[]
  readonly notes: readonly string[]
}
