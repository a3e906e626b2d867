import type { Row } from '@domain/merge/row'
import type { RotationPlan } from '@domain/model/entities'
import type { Rota } from '@domain/rotation/rota'
import type { BoardPiece } from '@domain/rotation/rota-board'

/** The temporary plan that a shift comes from; of several for one time, the one that begins last. */
export function temporaryPlanOf(
  { seat, shift, from }: BoardPiece,
  rota: Rota,
  plans: ReadonlyMap<string, Row<RotationPlan>>,
): Row<RotationPlan> | undefined {
  if (shift?.origin !== 'temporary') return undefined
  const [stretch] = rota.seats.find(({ key }) => key === seat)?.plans.between(from, from + 1) ?? []
  return stretch && plans.get(stretch.plan.key)
}
