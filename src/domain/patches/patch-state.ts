import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { Patch } from '../model/entities'
import type { PatchState } from '../model/patch'
import type { Instant } from '../model/value'

export type PatchRow = Row<Patch>

export const patchStateWords: Readonly<Record<PatchState, string>> = {
  planned: 'Planned',
  'in-test': 'In test',
  shipped: 'Shipped',
  confirmed: 'Confirmed',
  'rolled-back': 'Rolled back',
}

/** A patch that has not been shipped yet takes fixes on, and loses them. */
export const isBoarding = (state: PatchState) => state === 'planned' || state === 'in-test'

export const stateOf = ({ values }: PatchRow): PatchState => values.state ?? 'planned'

export const patchName = ({ values }: PatchRow): string => values.name || 'Patch without a name'

/** A stretch in which a patch kept its state. */
export interface PatchPhase {
  readonly from: Instant
  readonly state: PatchState
}

/** The life of a patch, oldest phase first; none for a removed one. Two laptops that ship it ship it once. */
export function patchPhases(patch: PatchRow): readonly PatchPhase[] {
  if (patch.values.removed === true) return []
  const phases: PatchPhase[] = []
  for (const { at, value } of momentsOf(patch, 'state')) {
    const state = (value ?? 'planned') as PatchState
    if (phases.at(-1)?.state !== state) phases.push({ from: at, state })
  }
  return phases
}

/** Undefined where the patch did not exist. */
export function patchPhaseAt(patch: PatchRow, instant: Instant): PatchPhase | undefined {
  return patchPhases(patch).findLast(({ from }) => from <= instant)
}

/** When it went live for the last time up to an instant; undefined where it never did. */
export function shippedAt(patch: PatchRow, instant: Instant): Instant | undefined {
  return patchPhases(patch).findLast(({ from, state }) => state === 'shipped' && from <= instant)?.from
}
