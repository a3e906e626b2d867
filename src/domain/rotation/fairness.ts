import type { Instant } from '../model/value'
import { addDays } from '../time/day'
import { DayIndex } from '../time/day-index'
import type { Span, SupportCalendar } from '../time/support-calendar'
import { instantAtWall } from '../time/wall'
import { dayOf } from '../time/zone'
import type { Shift } from './shift'
import type { ShiftLimits } from './shift-limits'
import { overlap, shiftsByPerson, stretchesOf, timeOutside, timeWithin } from './stretch'

/** What one person carries of the rota within a time. */
export interface ShareOfRota {
  readonly person: string
  /** Milliseconds on shift, once however many roles. */
  readonly time: number
  /** On call besides that, where being on call does not count as being on shift. */
  readonly onCall: number
  /** How much of that is outside of support hours. */
  readonly outside: number
  readonly nights: number
}

/** When most people sleep, by the clock on the wall. */
const nightFrom = '23:00'
const nightTo = '06:00'
/** Whoever is on for so much of a night has had it. */
export const leastOfNight = 3 * 3_600_000

/** The shares of those who have one, the greatest first. */
export function sharesOfRota(
  shifts: readonly Shift[],
  { from, to }: Span,
  { onCallCounts }: ShiftLimits,
  calendar: SupportCalendar,
): ShareOfRota[] {
  const days = DayIndex.between(from, to, calendar.zone)
  const open = days.days.flatMap((day) => calendar.spansOn(day))
  const nights = nightsOf(from, to, calendar.zone)
  const within = shifts.filter((shift) => overlap(shift, from, to) > 0)
  return [...shiftsByPerson(within)]
    .map(([person, own]) => {
      const counted = stretchesOf(own.filter(({ role }) => onCallCounts || role !== 'on-call'))
      const time = timeWithin(counted, from, to)
      return {
        person,
        time,
        onCall: timeWithin(stretchesOf(own), from, to) - time,
        outside: timeOutside(counted, open, from, to),
        nights: nights.filter((night) => timeWithin(counted, night.from, night.to) >= leastOfNight).length,
      }
    })
    .sort((a, b) => b.time - a.time || b.onCall - a.onCall || (a.person < b.person ? -1 : 1))
}

/** The nights of which a part is in a time. */
export function nightsOf(from: Instant, to: Instant, zone: string): Span[] {
  return new DayIndex(addDays(dayOf(from, zone), -1), dayOf(to, zone), zone).days.flatMap((day) => {
    const start = instantAtWall(`${day}T${nightFrom}`, zone)
    const end = instantAtWall(`${addDays(day, 1)}T${nightTo}`, zone)
    if (start === undefined || end === undefined) return []
    return [{ from: Math.max(start, from), to: Math.min(end, to) }]
  })
}

export const isNight = (span: Span, nights: readonly Span[]): boolean =>
  nights.some((night) => overlap(span, night.from, night.to) >= leastOfNight)
