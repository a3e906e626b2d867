import type { Row } from '@domain/merge/row'
import type { ShiftOverride } from '@domain/model/entities'
import type { Rota } from '@domain/rotation/rota'
import type { BoardPiece } from '@domain/rotation/rota-board'

/** The override that a shift comes from; of several for one time, the one made last. */
export function overrideOf(
  { seat, shift, from }: BoardPiece,
  rota: Rota,
  overrides: ReadonlyMap<string, Row<ShiftOverride>>,
): Row<ShiftOverride> | undefined {
  if (shift?.origin !== 'override') return undefined
  const [cover] = rota.seats.find(({ key }) => key === seat)?.covers.between(from, from + 1) ?? []
  return cover && overrides.get(cover.override)
}
