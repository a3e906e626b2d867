import type { Frozen } from './frozen'
import type { SignOffRow } from './standing'

export interface ChangedValue {
  readonly label: string
  readonly signed: string
  /** As the same thing is told today; null where it is told no more. */
  readonly now: string | null
}

/** What is not as it was signed. */
export interface Changes {
  /** Of the moment that was signed, as it is known today: somebody has rewritten history, or a laptop came late. */
  readonly figures: readonly ChangedValue[]
  readonly criteria: readonly ChangedValue[]
  /** An issue on the list reads otherwise: its title, class, who resolved it, or when. */
  readonly issuesDiffer: boolean
  /** What has been written since. */
  readonly later: {
    readonly issues: number
    readonly figures: readonly ChangedValue[]
    readonly criteria: readonly ChangedValue[]
  }
}

/** What was signed, told again today: as of the moment that was signed, and as of now. */
export interface ToldAgain {
  readonly signedMoment: { readonly frozen: Frozen; readonly issuesSha256: string }
  readonly today: { readonly frozen: Frozen }
  /** Issues that somebody or a source has written to after the moment that was signed. */
  readonly laterIssues: number
  /** Whether anything that the report tells of has been written to after that moment. */
  readonly isWrittenTo: boolean
}

/** Undefined where what was signed is not readable here, which is no proof that nothing has changed. */
export function changesAfter(
  { values }: SignOffRow,
  signed: Frozen | undefined,
  { signedMoment, today, laterIssues, isWrittenTo }: ToldAgain,
): Changes | undefined {
  if (!signed) return undefined
  // Time alone moves figures; that is no change that anybody made.
  const since = (values: () => ChangedValue[]) => (isWrittenTo ? values() : [])
  return {
    figures: changedIn(signed.figures, signedMoment.frozen.figures, ({ display }) => display),
    criteria: changedIn(signed.criteria, signedMoment.frozen.criteria, criterionText),
    issuesDiffer: values.issuesSha256 !== signedMoment.issuesSha256,
    later: {
      issues: laterIssues,
      figures: since(() => changedIn(signed.figures, today.frozen.figures, ({ display }) => display)),
      criteria: since(() => changedIn(signed.criteria, today.frozen.criteria, criterionText)),
    },
  }
}

export function isChanged({ figures, criteria, issuesDiffer, later }: Changes): boolean {
  const changed = [figures, criteria, later.figures, later.criteria]
  return issuesDiffer || later.issues > 0 || changed.some((values) => values.length > 0)
}

const criterionText = ({ state, actual }: Frozen['criteria'][number]) => `${state}: ${actual}`

function changedIn<T extends { readonly id: string; readonly label: string }>(
  signed: readonly T[],
  again: readonly T[],
  textOf: (told: T) => string,
): ChangedValue[] {
  const told = new Map(again.map((one) => [one.id, one]))
  return signed.flatMap((before) => {
    const after = told.get(before.id)
    const now = after ? textOf(after) : null
    return now === textOf(before) ? [] : [{ label: before.label, signed: textOf(before), now }]
  })
}
