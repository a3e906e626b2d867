import { endOverride } from '@domain/rotation/override-commands'
import { endTemporaryPlan } from '@domain/rotation/rotation-commands'
import { closeSwap, offerSwap } from '@domain/rotation/swap-commands'
import { dayOf } from '@domain/time/zone'
import { useRows } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useRota } from '../../view-state/use-rota'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import type { Ask } from './asking'
import { overrideOf } from './override-of'
import type { Cell } from './selection'
import { temporaryPlanOf } from './temporary-plan-of'

type Action = (() => void) | undefined

/** What can be done about what is chosen, by the name of its key; undefined where it cannot be. */
export interface CellActions {
  readonly rotaOverride: Action
  readonly rotaOffer: Action
  readonly rotaTake: Action
  readonly rotaApprove: Action
  readonly rotaDecline: Action
  readonly rotaLeave: Action
  readonly rotaChange: Action
  readonly rotaName: Action
  readonly rotaEndPlan: Action
  readonly rotaEndOverride: Action
}

export function useCellActions(
  cell: Cell | undefined,
  canWrite: boolean,
  ask: (what: Ask) => void,
): CellActions {
  const act = useAct()
  const { personName } = useTelling()
  const zone = useZone()
  const { rota } = useRota()
  const rotations = useRows('rotation')
  const plans = useRows('rotationPlan')
  const overrides = useRows('shiftOverride')
  const piece = cell?.kind === 'piece' ? cell.piece : undefined
  const { shift, swap } = piece ?? {}
  const rotation = piece && rotations.get(piece.seat)
  const override = piece && overrideOf(piece, rota, overrides)
  const temporary = piece && temporaryPlanOf(piece, rota, plans)
  const isTaken = swap?.values.state === 'taken'
  const actions: CellActions = {
    rotaOverride: cell && (() => ask({ kind: 'override', cell })),
    rotaOffer: shift && !swap ? () => void act(offerSwap(shift, personName(shift.person), now())) : undefined,
    rotaTake: swap && (() => ask({ kind: 'take', swap })),
    rotaApprove: swap && isTaken ? () => ask({ kind: 'approve', swap }) : undefined,
    rotaDecline: swap && (() => void act(closeSwap(swap))),
    rotaLeave: () =>
      ask({ kind: 'leave', person: shift?.person, day: dayOf(Math.max(cell?.span.from ?? 0, now()), zone) }),
    rotaChange: rotation && (() => ask({ kind: 'plan', rotation })),
    rotaName: rotation && (() => ask({ kind: 'name', rotation })),
    rotaEndPlan: rotation && temporary && (() => void act(endTemporaryPlan(rotation, temporary, now()))),
    rotaEndOverride: override && (() => void act(endOverride(override, now()))),
  }
  const allowed = canWrite ? actions : nothing
  useShortcuts({
    rotaOverride: () => allowed.rotaOverride?.(),
    rotaOffer: () => allowed.rotaOffer?.(),
    rotaTake: () => allowed.rotaTake?.(),
    rotaApprove: () => allowed.rotaApprove?.(),
    rotaDecline: () => allowed.rotaDecline?.(),
    rotaLeave: () => allowed.rotaLeave?.(),
    rotaChange: () => allowed.rotaChange?.(),
    rotaName: () => allowed.rotaName?.(),
    rotaEndPlan: () => allowed.rotaEndPlan?.(),
    rotaEndOverride: () => allowed.rotaEndOverride?.(),
  })
  return allowed
}

const nothing: CellActions = {
  rotaOverride: undefined,
  rotaOffer: undefined,
  rotaTake: undefined,
  rotaApprove: undefined,
  rotaDecline: undefined,
  rotaLeave: undefined,
  rotaChange: undefined,
  rotaName: undefined,
  rotaEndPlan: undefined,
  rotaEndOverride: undefined,
}
