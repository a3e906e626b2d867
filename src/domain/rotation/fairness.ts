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
  /** How much of that is outside of support hours. */
  readonly outside: number
  readonly nights: number
}

/** When most people sleep, by the clock on the wall. */
const nightFrom = '23:00'
const nightTo = '06:00'
const leastOfNight = 3 * 3_600_000

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
  const counted = shifts.filter(
    (shift) => overlap(shift, from, to) > 0 && (onCallCounts || shift.role !== 'on-call'),
  )
  return [...shiftsByPerson(counted)]
    .map(([person, own]) => {
      const stretches = stretchesOf(own)
      return {
        person,
        time: timeWithin(stretches, from, to),
        outside: timeOutside(stretches, open, from, to),
        nights: nights.filter((night) => timeWithin(stretches, night.from, night.to) >= leastOfNight).length,
      }
    })
    .sort((a, b) => b.time - a.time || (a.person < b.person ? -1 : 1))
}

/** The nights that begin within a time: of the evening's day. Whoever is on for three hours of one has had it. */
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
