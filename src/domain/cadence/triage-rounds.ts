import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import { instantAtWall } from '../time/wall'
import type { Cadence } from './cadence'
import { wallTimesIn } from './wall-times'

/** `due` from its time on, `missed` when an hour has gone by without anybody having gone through the inbox. */
export type RoundState = 'ahead' | 'due' | 'held' | 'missed'

export interface TriageRound {
  /** `09:00` */
  readonly time: string
  readonly at: Instant
  readonly state: RoundState
}

const minute = 60_000
/** Whoever begins so long before is early, and not late for the round before. */
const early = 30 * minute
const patience = 60 * minute

/**
 * The rounds of triage that the plan has for a day, and what became of them.
 * @param sittings when somebody began to go through the inbox, in any order
 */
export function triageRounds(
  day: Day,
  cadence: Cadence,
  sittings: readonly Instant[],
  now: Instant,
): TriageRound[] {
  if (!cadence.isWorkday(day)) return []
  const rounds = wallTimesIn(cadence.phaseOn(day)?.triageTimes).flatMap((time) => {
    const at = instantAtWall(`${day}T${time}`, cadence.zone)
    return at === undefined ? [] : [{ time, at }]
  })
  return rounds.map(({ time, at }, place) => {
    const from = at - early
    const to = (rounds[place + 1]?.at ?? Number.POSITIVE_INFINITY) - early
    return {
      time,
      at,
      state: stateOf(
        at,
        now,
        sittings.some((begun) => from <= begun && begun < to),
      ),
    }
  })
}

function stateOf(at: Instant, now: Instant, isHeld: boolean): RoundState {
  if (isHeld) return 'held'
  if (now < at) return 'ahead'
  return now < at + patience ? 'due' : 'missed'
}
