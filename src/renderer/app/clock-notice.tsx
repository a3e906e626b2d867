import type { ClockDoubt } from '@domain/merge/clock-doubt'
import { tellDoubt } from '@domain/merge/clock-doubt-words'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { now, useMinute } from '../view-state/clock'
import { useDoubtsSeen } from '../view-state/doubts-seen'
import { useClockDoubts } from '../view-state/use-clock-doubts'
import { useLaptopName } from '../view-state/use-laptop-name'
import { useInstantText } from '../view-state/use-zone'

/** Whoever has looked is left alone for so long. */
const quiet = 24 * 60 * 60_000

/** Says which clock seems wrong, why, and what to do; nobody is kept from anything by it. */
export function ClockNotice() {
  const doubts = useClockDoubts()
  const minute = useMinute()
  const laptopName = useLaptopName()
  const instant = useInstantText()
  const { at, see } = useDoubtsSeen()
  const doubt = doubts.find((one) => Math.abs(minute - (at[idOf(one)] ?? -quiet)) >= quiet)
  if (!doubt) return null
  const { what, why, advice } = tellDoubt(doubt, { laptopName, instant })
  return (
    <Banner
      tone="warning"
      flush
      actions={
        <Button tone="quiet" onClick={() => see(idOf(doubt), now())}>
          I have looked
        </Button>
      }
    >
      <strong>{what}.</strong> {why[0]} {advice}
    </Banner>
  )
}

function idOf({ whose, laptop = '', direction }: ClockDoubt): string {
  return `${whose} ${laptop} ${direction}`
}
