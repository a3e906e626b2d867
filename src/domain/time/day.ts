import { Temporal } from 'temporal-polyfill'
import { type Weekday, weekdays } from '../model/engagement'

/** A calendar day, `2026-11-23`, of no zone in particular. */
export type Day = string

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

export function weekdayOf(day: Day): Weekday {
  // dayOfWeek counts from 1, Monday.
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] as Weekday
}

/** Whether text is a day of the calendar: `2026-02-30` looks like one and is none. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
