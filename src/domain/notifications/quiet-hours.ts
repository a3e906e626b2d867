import type { Instant } from '../model/value'
import { addDays } from '../time/day'
import { instantAtWall, wallTime } from '../time/wall'

/** Wall times in the engagement's zone, `22:00` to `07:00`; over midnight where the end is the earlier. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

const minute = 60_000

/** When quiet hours that hold at this instant end; undefined when there are none now. */
export function quietUntil(quiet: QuietHours | null, now: Instant, zone: string): Instant | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined
  const [today, time] = wallTime(now, zone).split('T') as [string, string]
  const overMidnight = quiet.to < quiet.from
  const isQuiet = overMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to
  if (!isQuiet) return undefined
  const endsOn = overMidnight && time >= quiet.from ? addDays(today, 1) : today
  // Where clocks go back, the hour that comes twice may show the end before it is over.
  return Math.max(instantAtWall(`${endsOn}T${quiet.to}`, zone) ?? now, now + minute)
}
