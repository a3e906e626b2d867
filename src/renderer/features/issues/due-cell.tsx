import { clockWords } from '@domain/clocks/clock-words'
import { nextDue } from '@domain/clocks/standing'
import type { IssueRow } from '@domain/triage/as-of'
import { useClocks } from '../../storage/clock-view'
import { Mark } from '../../ui/mark'
import { now, useMinute } from '../../view-state/clock'
import { useShortInstantText } from '../../view-state/use-zone'
import { clockLooks } from './clock-looks'

/** When the issue's next clock falls due. It follows the clocks by itself, so that only lines in sight ask. */
export function DueCell({ row }: { readonly row: IssueRow }) {
  const { view } = useClocks(now)
  const instantText = useShortInstantText()
  const reading = nextDue(view.board.clocksOf(row, Math.max(useMinute(), now())))
  if (reading?.dueAt === undefined) return null
  const told = `${instantText(reading.dueAt)} ${clockWords[reading.kind].toLowerCase()}`
  return reading.breached ? <Mark {...clockLooks.breached} label={`Breached ${told}`} /> : told
}
