import type { Instant } from '../model/value'
import type { Shift } from '../rotation/shift'
import type { ShiftLimits } from '../rotation/shift-limits'
import type { Day } from '../time/day'
import { DayIndex } from '../time/day-index'

/** Hours that somebody was on shift on one day. */
export interface ShiftHours {
  readonly day: Day
  readonly person: string
  readonly hours: number
}

const hour = 3_600_000

/** Hours on shift by day and person up to an instant; two roles at once count once, being on call as the limits say. */
export function shiftHours(
  shifts: readonly Shift[],
  { onCallCounts }: Pick<ShiftLimits, 'onCallCounts'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  zone: string,
): ShiftHours[] {
  const index = DayIndex.between(from, to, zone)
  const counted = shifts
    .filter(({ role }) => onCallCounts || role !== 'on-call')
    .map((shift) => ({ ...shift, from: Math.max(shift.from, from), to: Math.min(shift.to, to) }))
    .filter((shift) => shift.to > shift.from)
    .sort((a, b) => a.from - b.from)
  const until = new Map<string, Instant>()
  const found = new Map<string, { day: Day; person: string; time: number }>()
  for (const { person, from: begins, to: ends } of counted) {
    let at = Math.max(begins, until.get(person) ?? begins)
    until.set(person, Math.max(ends, until.get(person) ?? ends))
    while (at < ends) {
      const place = index.placeOf(at)
      const end = Math.min(ends, index.startOf(place + 1))
      const day = index.days[place] as Day
      const key = `${day}:${person}`
      const entry = found.get(key) ?? { day, person, time: 0 }
      entry.time += end - at
      found.set(key, entry)
      at = end
    }
  }
  return [...found.values()].map(({ day, person, time }) => ({
    day,
    person,
    hours: Math.round((100 * time) / hour) / 100,
  }))
}
