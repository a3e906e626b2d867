import type { Row } from '@domain/merge/row'
import type { ShiftOverride } from '@domain/model/entities'
import type { BoardPiece } from '@domain/rotation/rota-board'
import { instantAtWall } from '@domain/time/wall'
import { usableZone } from '@domain/time/zone'

/** The override that a shift comes from; of several for one time, the one made last. */
export function overrideOf(
  piece: BoardPiece,
  overrides: ReadonlyMap<string, Row<ShiftOverride>>,
): Row<ShiftOverride> | undefined {
  if (piece.shift?.origin !== 'override') return undefined
  const besides = overrides.get(piece.seat)
  if (besides) return besides
  const there = [...overrides.values()].filter(({ values }) => {
    const zone = usableZone(values.zone)
    const from = instantAtWall(values.from ?? '', zone) ?? 0
    const to = instantAtWall(values.to ?? '', zone) ?? 0
    return !values.removed && values.rotation === piece.seat && from <= piece.from && piece.from < to
  })
  return there.sort((a, b) => (a.values.madeAt ?? 0) - (b.values.madeAt ?? 0)).at(-1)
}
