import type { Row } from '../merge/row'
import type { SignOff } from '../model/entities'
import type { Instant } from '../model/value'

export type SignOffRow = Row<SignOff>

/** What has been signed up to an instant. */
export interface Standing {
  /** The latest: it is the one that holds. */
  readonly latest: SignOffRow
  /** Those before it, the latest first: signing again keeps them. */
  readonly earlier: readonly SignOffRow[]
  /** Whether hypercare is accepted, with conditions or without. An extension takes back an earlier acceptance. */
  readonly accepted: boolean
}

/** Every sign-off made by an instant, the latest first; keys settle what was signed in the same moment. */
export function signOffsAt(rows: Iterable<SignOffRow>, asOf: Instant): SignOffRow[] {
  return [...rows]
    .filter(({ values }) => isWhole(values) && (values.signedAt ?? Infinity) <= asOf)
    .sort((a, b) => (b.values.signedAt ?? 0) - (a.values.signedAt ?? 0) || (a.key < b.key ? -1 : 1))
}

/** Where the sponsor's signature stands as of an instant; undefined while nobody has signed. */
export function standingSignOff(rows: Iterable<SignOffRow>, asOf: Instant): Standing | undefined {
  const [latest, ...earlier] = signOffsAt(rows, asOf)
  return latest && { latest, earlier, accepted: latest.values.decision !== 'extend' }
}

/** A merge can bring a row's fields one by one; without who and what it is no signature yet. */
function isWhole({ removed, decision, name }: SignOff): boolean {
  return removed !== true && Boolean(decision) && Boolean(name)
}
