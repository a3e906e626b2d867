import type { Instant } from '../model/value'
import type { SupportCalendar } from '../time/support-calendar'
import { sharesOfRota } from './fairness'
import { allBreaches, type Breach } from './fatigue'
import { helpersOf } from './helpers'
import type { Rota } from './rota'
import { fewestTouches, heroIndices, severeTouches, type TouchSources } from './severe-touches'
import type { Shift } from './shift'
import type { ShiftLimits } from './shift-limits'
import { shiftsBetween } from './shifts'
import type { Span } from './span-line'
import { overlap } from './stretch'
import { type SuggestedSwap, SwapFinder } from './suggested-swap'

/** Something that somebody is asked too much of, and a way out that breaks no rule, where there is one. */
export type LoadWarning = (
  | { readonly kind: 'breach'; readonly breach: Breach }
  | { readonly kind: 'hero'; readonly percent: number; readonly limit: number }
) & { readonly person: string; readonly swap: SuggestedSwap | undefined }

export interface PersonLoad {
  readonly person: string
  /** Milliseconds on shift in the period. */
  readonly time: number
  /** On call besides, where that does not count. */
  readonly onCall: number
  readonly outside: number
  readonly nights: number
  /** Touches of severity 1 and 2 in the last week, and their share in percent; null where there were too few to tell. */
  readonly touches: number
  readonly heroPercent: number | null
}

export interface TeamLoad {
  /** Those that can be mended first. */
  readonly warnings: readonly LoadWarning[]
  readonly people: readonly PersonLoad[]
}

export interface LoadQuestion {
  readonly rota: Rota
  readonly sources: Omit<TouchSources, 'people'>
  readonly people: Parameters<typeof helpersOf>[1]
  readonly period: Span
  readonly limits: ShiftLimits
  readonly calendar: SupportCalendar
  readonly now: Instant
}

const day = 24 * 60 * 60_000
/** Rules look at days before and after the period: as many as a run of days is ever told to be too long. */
const around = 14 * day
export const heroSpan = 7 * day

/** What everybody carries in a period, and where that is too much, in steps. */
export function* teamLoad(question: LoadQuestion): Generator<void, TeamLoad> {
  const { rota, sources, people, period, limits, calendar, now } = question
  const touches = yield* severeTouches({ ...sources, people: people.values() }, now - heroSpan, now)
  const heroes = touches.length < fewestTouches ? [] : heroIndices(touches)
  yield
  const shifts = shiftsBetween(rota, period.from - around, period.to + around)
  const finder = new SwapFinder(
    shifts,
    helpersOf(rota, people, period.from, period.to + around),
    limits,
    calendar.zone,
    now,
  )
  yield
  const warnings: LoadWarning[] = []
  for (const breach of breachesIn(shifts, limits, calendar.zone, period)) {
    yield
    warnings.push({ kind: 'breach', breach, person: breach.person, swap: yield* finder.swapFor(breach) })
  }
  for (const { person, percent } of heroes.filter(({ percent }) => percent > limits.heroPercent)) {
    yield
    warnings.push({
      kind: 'hero',
      percent,
      limit: limits.heroPercent,
      person,
      swap: yield* finder.reliefFor(person),
    })
  }
  yield
  const shares = new Map(sharesOfRota(shifts, period, limits, calendar).map((share) => [share.person, share]))
  const counts = new Map(heroIndices(touches).map((hero) => [hero.person, hero]))
  const all = [...new Set([...shares.keys(), ...counts.keys()])].map((person): PersonLoad => {
    const { time = 0, onCall = 0, outside = 0, nights = 0 } = shares.get(person) ?? {}
    const hero = counts.get(person)
    const heroPercent = touches.length < fewestTouches ? null : (hero?.percent ?? 0)
    return { person, time, onCall, outside, nights, touches: hero?.touches ?? 0, heroPercent }
  })
  return {
    warnings: warnings.sort((a, b) => Number(b.swap !== undefined) - Number(a.swap !== undefined)),
    people: all.sort(
      (a, b) =>
        b.time - a.time || b.onCall - a.onCall || b.touches - a.touches || (a.person < b.person ? -1 : 1),
    ),
  }
}

/** What is broken at some time of the period, earliest first. */
export function breachesIn(
  shifts: readonly Shift[],
  limits: ShiftLimits,
  zone: string,
  { from, to }: Span,
): Breach[] {
  return allBreaches(shifts, limits, zone)
    .filter(
      (breach) =>
        overlap(breach, from, to) > 0 ||
        (breach.from === breach.to && breach.from >= from && breach.from < to),
    )
    .sort((a, b) => a.from - b.from || (a.person < b.person ? -1 : 1))
}
