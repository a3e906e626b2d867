import type { FatigueRule } from '@domain/rotation/fatigue'
import type { Shift } from '@domain/rotation/shift'
import type { ShiftLimits } from '@domain/rotation/shift-limits'
import { dayOf } from '@domain/time/zone'

const hour = 3_600_000

/** Whether somebody is on, hour by hour: shifts must begin and end on whole hours. */
export function hoursOn(shifts: readonly Shift[], from: number, to: number): boolean[] {
  const hours: boolean[] = []
  for (let at = from; at < to; at += hour)
    hours.push(shifts.some((shift) => shift.from <= at && at < shift.to))
  return hours
}

/** Fatigue of one person as somebody with a wall calendar and a pencil would find it: by looking at every hour. */
export function naiveFatigue(
  shifts: readonly Shift[],
  limits: ShiftLimits,
  zone: string,
  from: number,
  to: number,
): ReadonlyMap<FatigueRule, readonly { at: number; actual: number }[]> {
  const on = hoursOn(shifts, from, to)
  const timeOf = (place: number) => from + place * hour
  const days = on.map((_, place) => dayOf(timeOf(place), zone))
  return new Map([
    [
      'rest',
      naiveRest(on, limits).map(({ place, actual }) => ({ at: timeOf(place), actual: actual * hour })),
    ],
    [
      'stretch',
      naiveStretches(on, limits).map(({ place, actual }) => ({ at: timeOf(place), actual: actual * hour })),
    ],
    ['days', naiveDays(on, limits, days)],
    ['week', naiveWeeks(on, limits, days, from)],
  ])
}

function naiveRest(on: readonly boolean[], { restHours }: ShiftLimits) {
  const breaches: { place: number; actual: number }[] = []
  let begun = -1
  for (let place = 0; place < on.length; place++) {
    if (!on[place] || on[place - 1]) continue
    let end = place
    while (on[end]) end++
    let off = 0
    while (place - 1 - off >= 0 && !on[place - 1 - off]) off++
    const isFirst = place === off
    const isSameDay = !isFirst && off < restHours && end - begun <= 24 - restHours
    if (!isFirst && off < restHours && !isSameDay) breaches.push({ place: place - off, actual: off })
    if (!isSameDay) begun = place
  }
  return breaches
}

function naiveStretches(on: readonly boolean[], { restHours }: ShiftLimits) {
  const breaches: { place: number; actual: number }[] = []
  for (let place = 0; place < on.length; place++) {
    if (!on[place] || on[place - 1]) continue
    let length = 0
    while (on[place + length]) length++
    if (length > 24 - restHours) breaches.push({ place, actual: length })
  }
  return breaches
}

function naiveDays(on: readonly boolean[], { daysInRow }: ShiftLimits, dayAt: readonly string[]) {
  const days = [...new Set(dayAt)]
  const worked = days.map((day) => {
    const places = [...dayAt.keys()].filter((place) => dayAt[place] === day)
    const begins = places.some((place) => on[place] && !on[place - 1])
    return begins || places.every((place) => on[place])
  })
  const runs: { at: number; actual: number }[] = []
  for (let start = 0; start < days.length; start++) {
    if (!worked[start] || worked[start - 1]) continue
    let actual = 0
    while (worked[start + actual]) actual++
    if (actual > daysInRow) runs.push({ at: start, actual })
  }
  return runs
}

/** Every seven days in a row with too many hours; which of them are told is not for the reference to say. */
function naiveWeeks(
  on: readonly boolean[],
  { weekHours }: ShiftLimits,
  dayAt: readonly string[],
  from: number,
) {
  const starts = [...dayAt.keys()].filter((place) => dayAt[place] !== dayAt[place - 1])
  return starts.flatMap((place, day) => {
    const end = starts[day + 7] ?? on.length
    const actual = on.slice(place, end).filter(Boolean).length
    return actual > weekHours ? [{ at: from + place * hour, actual: actual * hour }] : []
  })
}
