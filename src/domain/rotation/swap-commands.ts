import type { Row } from '../merge/row'
import type { ShiftSwap } from '../model/entities'
import { shiftSwapKey } from '../model/shift-swap'
import type { Fields, Instant } from '../model/value'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import type { Rota } from './rota'
import type { Shift } from './shift'
import { shiftsBetween } from './shifts'

/** Swaps that still wait for somebody. */
export const isOpenSwap = ({ values }: Row<ShiftSwap>) =>
  values.state === 'offered' || values.state === 'taken'

const swapIntent = (key: string, fields: Fields) => ({ entity: 'shiftSwap', key, fields })

/** Offers a shift that has not ended. Nothing changes hands before it is approved. */
export function offerSwap(shift: Shift, name: string, now: Instant): Planned | Refused {
  if (shift.to <= now) return refused('That shift has been already.')
  const { rotation, from, to, person } = shift
  return planned(`${name} offers a shift`, [
    swapIntent(shiftSwapKey(shift.key, person), {
      shift: shift.key,
      rotation,
      from,
      to,
      offeredBy: person,
      offeredAt: now,
      takenBy: null,
      takenAt: null,
      returnRotation: null,
      returnFrom: null,
      returnTo: null,
      approvedBy: null,
      approvedAt: null,
      state: 'offered',
    }),
  ])
}

export interface Taking {
  readonly taker: { readonly key: string; readonly name: string } | undefined
  /** A shift of the taker that the offerer has in return. */
  readonly inReturn: Shift | undefined
}

export function takeSwap(row: Row<ShiftSwap>, { taker, inReturn }: Taking, now: Instant): Planned | Refused {
  const { values } = row
  if (!isOpenSwap(row)) return refused('That swap is settled already.')
  if ((values.to ?? 0) <= now) return refused('That shift has been already.')
  if (!taker) return refused('Say who takes it.')
  if (taker.key === values.offeredBy) return refused('Nobody takes their own shift.')
  if (inReturn && inReturn.person !== taker.key) return refused('The shift in return is not the taker’s.')
  return planned(`${taker.name} takes a shift`, [
    swapIntent(row.key, {
      takenBy: taker.key,
      takenAt: now,
      returnRotation: inReturn?.rotation ?? null,
      returnFrom: inReturn?.from ?? null,
      returnTo: inReturn?.to ?? null,
      state: 'taken',
    }),
  ])
}

/** Now it changes hands: what of it is still the offerer's. */
export function approveSwap(row: Row<ShiftSwap>, rota: Rota, by: string, now: Instant): Planned | Refused {
  const { values } = row
  if (values.state !== 'taken' || !values.takenBy) return refused('Nobody has taken it yet.')
  if (!isStill(rota, values.offeredBy, values.rotation, values.from, values.to))
    return refused('The rota has changed since: the shift is not the offerer’s any more.')
  if (
    values.returnRotation &&
    !isStill(rota, values.takenBy, values.returnRotation, values.returnFrom, values.returnTo)
  )
    return refused('The rota has changed since: the shift in return is not the taker’s any more.')
  return planned('Swap approved', [
    swapIntent(row.key, { approvedBy: by, approvedAt: now, state: 'approved' }),
  ])
}

/** The offer is taken back, or the swap turned down. */
export function closeSwap(row: Row<ShiftSwap>): Planned | Refused {
  if (!isOpenSwap(row)) return refused('That swap is settled already.')
  const state = row.values.state === 'offered' ? 'withdrawn' : 'declined'
  return planned(state === 'withdrawn' ? 'Offer taken back' : 'Swap declined', [
    swapIntent(row.key, { state }),
  ])
}

function isStill(
  rota: Rota,
  person: string | null | undefined,
  seat: string | null | undefined,
  from: Instant | null | undefined,
  to: Instant | null | undefined,
): boolean {
  if (from == null || to == null) return false
  return shiftsBetween(rota, from, to).some((shift) => shift.rotation === seat && shift.person === person)
}
