import type { Instant } from '../model/value'
import type { DayIndex } from '../time/day-index'
import type { Span } from '../time/support-calendar'
import type { Shift } from './shift'

/** Time for which one person is on without a break, in whatever roles. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
  /** By their start. */
  readonly shifts: readonly Shift[]
}

/** The stretches of one person, earliest first: shifts that overlap or touch are one, and counted once. */
export function stretchesOf(shifts: Iterable<Shift>): Stretch[] {
  const stretches: { from: Instant; to: Instant; shifts: Shift[] }[] = []
  for (const shift of [...shifts].sort(byStart)) {
    const last = stretches.at(-1)
    if (shift.to <= shift.from) continue
    if (last && shift.from <= last.to) {
      last.to = Math.max(last.to, shift.to)
      last.shifts.push(shift)
    } else stretches.push({ from: shift.from, to: shift.to, shifts: [shift] })
  }
  return stretches
}

/** Earliest first; keys settle the rest, so that every laptop has the same order. */
export function byStart(a: Shift, b: Shift): number {
  return a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** How long the stretches last within a time. */
export function timeWithin(stretches: readonly Stretch[], from: Instant, to: Instant): number {
  let sum = 0
  for (const stretch of stretches) sum += overlap(stretch, from, to)
  return sum
}

/**
 * How much of that is outside of support hours.
 * @param open the support hours, earliest first and apart from each other
 */
export function timeOutside(
  stretches: readonly Stretch[],
  open: readonly Span[],
  from: Instant,
  to: Instant,
): number {
  let outside = 0
  let next = 0
  for (const stretch of stretches) {
    const [first, last] = [Math.max(stretch.from, from), Math.min(stretch.to, to)]
    if (first >= last) continue
    outside += last - first
    while ((open[next]?.to ?? Infinity) <= first) next++
    for (let place = next; (open[place]?.from ?? Infinity) < last; place++)
      outside -= overlap(open[place] as Span, first, last)
  }
  return outside
}

/** Places of the days that a stretch counts for: the one that it begins on, and those that it fills. A night is of its evening. */
export function daysOf({ from, to }: Span, days: DayIndex): readonly number[] {
  const first = days.placeOf(from)
  const places = [first]
  for (let place = first + 1; place < days.placeOf(to); place++) places.push(place)
  return places
}

export function overlap(span: Span, from: Instant, to: Instant): number {
  return Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
}

/** The shifts of these stretches of which a part is within a time. */
export function shiftsWithin(stretches: readonly Stretch[], from: Instant, to: Instant): Shift[] {
  return stretches.flatMap(({ shifts }) => shifts.filter((shift) => overlap(shift, from, to) > 0))
}

/** Shifts by person; people are in no particular order. */
export function shiftsByPerson(shifts: Iterable<Shift>): Map<string, Shift[]> {
  const people = new Map<string, Shift[]>()
  for (const shift of shifts) {
    const own = people.get(shift.person)
    if (own) own.push(shift)
    else people.set(shift.person, [shift])
  }
  return people
}
