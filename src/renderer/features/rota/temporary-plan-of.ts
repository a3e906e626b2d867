import type { Row } from '@domain/merge/row'
import type { Rotation, RotationPlan } from '@domain/model/entities'
import type { BoardPiece } from '@domain/rotation/rota-board'
import { instantAtWall } from '@domain/time/wall'
import { usableZone } from '@domain/time/zone'

/** The temporary plan that a shift comes from; of several for one time, the one that begins last. */
export function temporaryPlanOf(
  piece: BoardPiece,
  plans: ReadonlyMap<string, Row<RotationPlan>>,
  rotation: Row<Rotation> | undefined,
): Row<RotationPlan> | undefined {
  if (piece.shift?.origin !== 'temporary' || !rotation) return undefined
  const zone = usableZone(rotation.values.zone)
  const instant = (wall: string | null | undefined) => instantAtWall(wall ?? '', zone) ?? 0
  return [...plans.values()]
    .filter(({ values }) => {
      if (values.removed === true || values.rotation !== piece.seat || values.until == null) return false
      return instant(values.from) <= piece.from && piece.from < instant(values.until)
    })
    .sort((a, b) => instant(a.values.from) - instant(b.values.from) || (a.key < b.key ? -1 : 1))
    .at(-1)
}
