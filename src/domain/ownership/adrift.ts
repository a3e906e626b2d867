import type { ClockReading } from '../clocks/clock'
import type { IssueRow } from '../triage/as-of'
import { orphanWords } from './orphan-words'
import { type OrphanReason, type OwnershipContext, orphanReason } from './orphans'

/** Why an issue is in nobody's hands just now: it is an orphan, or whoever has it is not on shift. */
export type Adrift = OrphanReason | 'off-shift'

export const adriftWords: Readonly<Record<Adrift, string>> = {
  ...orphanWords,
  'off-shift': 'Owner is off shift',
}

/** An owner off shift makes no orphan: they will be back. But nothing about the issue is a comfort until then. */
export function adriftReason(
  row: IssueRow,
  update: Pick<ClockReading, 'breached'> | undefined,
  context: OwnershipContext,
): Adrift | undefined {
  const reason = orphanReason(row, update, context)
  if (reason) return reason
  const { owner } = row.values
  return owner && context.duty?.isOffShift(owner) ? 'off-shift' : undefined
}
