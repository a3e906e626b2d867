import type { Instant } from '../model/value'
import { addDays, type Day, daysBetween } from '../time/day'
import { DayIndex } from '../time/day-index'
import { dayOf, startOfDay } from '../time/zone'
import { levels, oldest, zeros } from './ages'
import type { IssueLife, Spell } from './life'
import { ResolvingBooks, type ResolvingHistory } from './resolving-history'

/** Days further back say little of what is to come. */
export const longestHistory = 60

const dayLength = 86_400_000

/** The engagement so far, in numbers by day: all that a forecast is made from. */
export interface ForecastHistory {
  /** The day of the instant that the forecast is made at; runs begin with the rest of it. */
  readonly today: Day
  /** How much of it is gone, from 0 to 1. */
  readonly partOfToday: number
  /** Whole days since go-live, oldest first: what was raised on each, by level. */
  readonly days: readonly HistoryDay[]
  readonly todaySoFar: HistoryDay
  /** Open issues by level and by age in days. */
  readonly open: readonly (readonly number[])[]
  /** Open issues whose severity nobody has told, by age. */
  readonly openUnset: readonly number[]
  /** Issues raised since go-live, and ends of issues since then. */
  readonly raised: number
  readonly resolving: ResolvingHistory
  /** The same as if no fix that was ready had waited for its patch longer than a day. */
  readonly resolvingPatchedDaily: ResolvingHistory
  /** Fixes that were ready and waited longer than a day. */
  readonly waitedForPatch: number
}

export interface HistoryDay {
  readonly raised: readonly number[]
  readonly unset: number
  readonly isWorkday: boolean
}

export interface HistoryQuestion {
  readonly goLiveAt: Instant
  readonly asOf: Instant
  readonly zone: string
  readonly isWorkday: (day: Day) => boolean
}

export function historyOf(
  lives: Iterable<IssueLife>,
  { goLiveAt, asOf, zone, isWorkday }: HistoryQuestion,
): ForecastHistory {
  const today = dayOf(asOf, zone)
  const goLiveDay = dayOf(goLiveAt, zone)
  const first = daysBetween(goLiveDay, today) > longestHistory ? addDays(today, -longestHistory) : goLiveDay
  const index = new DayIndex(first, today, zone)
  const workdays = index.days.map(isWorkday)
  const placeOf = (instant: Instant) => {
    const place = index.placeOf(instant)
    return place < 0 ? -Math.ceil((index.startOf(0) - instant) / dayLength) : place
  }
  const last = index.days.length - 1
  const counts = index.days.map(() => zeros(levels))
  const unset = zeros(index.days.length)
  const open = Array.from({ length: levels }, () => agesOf())
  const openUnset = agesOf()
  const asIs = new ResolvingBooks(workdays)
  const patchedDaily = new ResolvingBooks(workdays)
  let raised = 0
  let waitedForPatch = 0
  for (const { severity, raised: at, spells } of lives) {
    const place = index.placeOf(at)
    // What was raised before the go-live is a part of the work, but did not arrive in hypercare.
    if (place >= 0 && at >= goLiveAt) {
      raised++
      if (severity === null) unset[place] = (unset[place] ?? 0) + 1
      else add(counts[place] as number[], severity - 1)
    }
    for (const [turn, spell] of spells.entries()) {
      const from = placeOf(spell.from)
      if (spell.to === undefined)
        add(severity ? (open[severity - 1] as number[]) : openUnset, ageOf(last - from))
      const level = (severity ?? levels) - 1
      const next = spells[turn + 1]
      const lag = next && spell.to !== undefined ? placeOf(next.from) - placeOf(spell.to) : undefined
      asIs.enter(level, from, spell.to === undefined ? undefined : placeOf(spell.to), lag)
      if (spell.waited > dayLength) waitedForPatch++
      const sooner = withoutWait(spell)
      patchedDaily.enter(level, from, sooner === undefined ? undefined : placeOf(sooner), lag)
    }
  }
  const dayAt = (place: number): HistoryDay => ({
    raised: counts[place] as number[],
    unset: unset[place] ?? 0,
    isWorkday: workdays[place] ?? true,
  })
  const start = startOfDay(today, zone)
  return {
    today,
    partOfToday: (asOf - start) / (startOfDay(addDays(today, 1), zone) - start),
    days: counts.slice(0, last).map((_, place) => dayAt(place)),
    todaySoFar: dayAt(last),
    open,
    openUnset,
    raised,
    resolving: asIs.closed(),
    resolvingPatchedDaily: patchedDaily.closed(),
    waitedForPatch,
  }
}

const ageOf = (days: number) => Math.min(days, oldest)
const agesOf = () => zeros(oldest + 1)

function add(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1
}

/** When it would have ended, had its fix been shipped within a day of being ready. */
function withoutWait({ to, waited }: Spell): Instant | undefined {
  return to === undefined ? undefined : to - Math.max(0, waited - dayLength)
}
