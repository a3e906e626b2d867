import type { Row } from '@domain/merge/row'
import type { ShiftSwap } from '@domain/model/entities'
import { shiftsBetween } from '@domain/rotation/shifts'
import { approveSwap, takeSwap } from '@domain/rotation/swap-commands'
import type { Planned } from '@domain/triage/plan'
import { useMemo, useState } from 'react'
import { useWorkspace } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { ComboBox } from '../../ui/combo-box'
import { Select } from '../../ui/select'
import { now, useMinute } from '../../view-state/clock'
import { useMe } from '../../view-state/use-me'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import { useRota } from '../../view-state/use-rota'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import { ChangeDialog } from './change-dialog'
import { spanText } from './words'

const nothing = ''
const daysAhead = 60
const dayLength = 24 * 60 * 60_000

export interface SwapDialogProps {
  readonly swap: Row<ShiftSwap>
  readonly step: 'take' | 'approve'
  readonly onClose: () => void
}

/** Takes an offered shift, with or without one in return, or approves what was taken. */
export default function SwapDialog({ swap, step, onClose }: SwapDialogProps) {
  return step === 'take' ? <Take swap={swap} onClose={onClose} /> : <Approve swap={swap} onClose={onClose} />
}

type StepProps = Omit<SwapDialogProps, 'step'>

function Take({ swap, onClose }: StepProps) {
  const { rota } = useRota()
  const { personName } = useTelling()
  const zone = useZone()
  const me = useMe()
  const minute = useMinute()
  const offerer = swap.values.offeredBy ?? ''
  const choices = useOwnerChoices().filter(({ key }) => key !== offerer)
  const [taker, setTaker] = useState<string | null>(me && me !== offerer ? me : (swap.values.takenBy ?? null))
  const [back, setBack] = useState(nothing)
  const own = useMemo(
    () =>
      shiftsBetween(rota, minute, minute + daysAhead * dayLength).filter(({ person }) => person === taker),
    [rota, minute, taker],
  )
  const inReturn = own.find(({ key }) => key === back)
  const chosen = taker === null ? undefined : { key: taker, name: personName(taker) }
  const plan = takeSwap(swap, { taker: chosen, inReturn }, now())
  // Taking moves nothing yet: what is shown is what approval would do.
  const shown = useMemo(() => asApproved(plan.ok ? plan : undefined, swap), [plan, swap])
  return (
    <ChangeDialog title="Take a shift" plan={plan} shown={shown} confirm="Take it" onClose={onClose}>
      <p>
        {personName(offerer)} offers {spanText(spanOf(swap), zone)}. It changes hands when it is approved.
      </p>
      <ComboBox label="Who takes it" choices={choices} value={taker} onChange={setTaker} />
      <Select
        label="In return"
        options={[
          { value: nothing, label: 'Nothing' },
          ...own.map((shift) => ({ value: shift.key, label: spanText(shift, zone) })),
        ]}
        value={inReturn ? back : nothing}
        onChange={setBack}
      />
    </ChangeDialog>
  )
}

function Approve({ swap, onClose }: StepProps) {
  const { rota } = useRota()
  const { personName } = useTelling()
  const zone = useZone()
  const { settings } = useWorkspace()
  const { offeredBy, takenBy, returnFrom, returnTo } = swap.values
  const plan = useMemo(
    () => approveSwap(swap, rota, settings.userName || 'This laptop', now()),
    [swap, rota, settings.userName],
  )
  return (
    <ChangeDialog title="Approve a swap" plan={plan} confirm="Approve" onClose={onClose}>
      <p>
        {personName(takenBy ?? '')} takes {spanText(spanOf(swap), zone)} from {personName(offeredBy ?? '')}.
      </p>
      {returnFrom != null && returnTo != null && (
        <p>
          In return {personName(offeredBy ?? '')} takes {spanText({ from: returnFrom, to: returnTo }, zone)}.
        </p>
      )}
      {!plan.ok && <Banner tone="warning">{plan.reason}</Banner>}
    </ChangeDialog>
  )
}

const spanOf = ({ values }: Row<ShiftSwap>) => ({ from: values.from ?? 0, to: values.to ?? 0 })

function asApproved(plan: Planned | undefined, swap: Row<ShiftSwap>): Planned | undefined {
  if (!plan) return undefined
  const approval = { entity: 'shiftSwap', key: swap.key, fields: { state: 'approved', approvedAt: now() } }
  return { ...plan, intents: [...plan.intents, approval] }
}
