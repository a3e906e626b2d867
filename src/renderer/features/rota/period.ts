import { weekdays } from '@domain/model/engagement'
import type { Instant } from '@domain/model/value'
import type { Span } from '@domain/rotation/span-line'
import { addDays, type Day, weekdayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { dayOf, startOfDay } from '@domain/time/zone'

export const scales = ['week', 'month'] as const
export type Scale = (typeof scales)[number]

export interface PeriodDay {
  readonly day: Day
  readonly from: Instant
  readonly to: Instant
}

/** The days that are shown at a time. */
export interface Period {
  readonly scale: Scale
  readonly from: Instant
  readonly to: Instant
  readonly days: readonly PeriodDay[]
  readonly title: string
}

/** The week, from Monday on, or the month that a moment is in. */
export function periodAt(scale: Scale, at: Instant, zone: string): Period {
  const day = dayOf(at, zone)
  const first = scale === 'week' ? addDays(day, -weekdays.indexOf(weekdayOf(day))) : `${day.slice(0, 7)}-01`
  const after = scale === 'week' ? addDays(first, 7) : `${addDays(first, 31).slice(0, 7)}-01`
  const days: PeriodDay[] = []
  for (let one = first; one < after; one = addDays(one, 1))
    days.push({ day: one, from: startOfDay(one, zone), to: startOfDay(addDays(one, 1), zone) })
  const last = addDays(after, -1)
  const title = scale === 'week' ? `${formatDay(first)} to ${formatDay(last)}` : monthTitle(first)
  return { scale, from: startOfDay(first, zone), to: startOfDay(after, zone), days, title }
}

/** How far along the period a moment is, from 0 to 1. */
export function shareOf(instant: Instant, { from, to }: Period): number {
  return Math.min(1, Math.max(0, (instant - from) / (to - from)))
}

/** Where a stretch of time lies in its row. */
export function stretch({ from, to }: Span, period: Period) {
  const begin = shareOf(from, period)
  return { insetInlineStart: `${begin * 100}%`, inlineSize: `${(shareOf(to, period) - begin) * 100}%` }
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthTitle = (first: Day) => months.format(new Date(`${first}T00:00Z`))
