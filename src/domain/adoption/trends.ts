import type { ConcernKind } from '../model/adoption'
import { counted } from '../reporting/words'
import { addDays, type Day, weekdayOf } from '../time/day'
import { formatShortDay } from '../time/format'
import { activeOn, daysWithin, type Group, groupsUntil, licensedOn, weekLength } from './active'
import type { AdoptionReading } from './reading'
import type { TrendLimits } from './trend-limits'
import { usualRange } from './usual-range'
import { weekdayWords } from './weekday-words'

/** Something in the use of a system that somebody should look at. */
export interface Trend {
  readonly kind: Exclude<ConcernKind, 'other'>
  /** Undefined for everybody. */
  readonly group: Group
  /** When it showed. */
  readonly day: Day
  readonly title: string
  /** The figures behind it, in words. */
  readonly seen: string
}

export interface TrendContext {
  readonly day: Day
  /** Days on which nobody is expected say nothing about anybody. */
  readonly isWorkday: (day: Day) => boolean
  readonly limits: TrendLimits
}

/** A day is held against as many of the same weekday before it, and against no fewer than the least. */
const sameWeekdays = 4
const fewestWeekdays = 3
const weeksLookedAt = 8
const fewestOfWeek = 2
/** A best week of fewer people a day tells nothing. */
const fewestAtBest = 3

/** Everything that should worry about the seven days that end with a day: everybody first, then by group. */
export function trends(reading: AdoptionReading, context: TrendContext): Trend[] {
  const groups = groupsUntil(reading, context.day)
  // With one group, everybody is that group.
  const each: Group[] = groups.length > 1 ? [undefined, ...groups] : [undefined]
  return each.flatMap((group) => {
    const silence = silent(reading, context, group)
    if (silence) return [silence]
    return [drop(reading, context, group), fade(reading, context, group)].flatMap((trend) => trend ?? [])
  })
}

/** The latest day of the week that had far fewer people than the same weekday of the weeks before. */
function drop(reading: AdoptionReading, context: TrendContext, group: Group): Trend | undefined {
  for (const { day } of daysWithin(reading, weekLength, context.day).reverse()) {
    const active = countOn(reading, context, day, group)
    const before = sameDays(reading, context, day, group)
    if (active === undefined || before.length < fewestWeekdays) continue
    const { low, high } = usualRange(before, context.limits)
    if (active >= low) continue
    const weekday = weekdayWords[weekdayOf(day)]
    const { dropDeviations, dropPercent, dropPeople } = context.limits
    return {
      kind: 'drop',
      group,
      day,
      title: `${whom(group)}: fewer than on other ${weekday}s`,
      seen: `${weekday} ${formatShortDay(day)}: ${active}, expected ${low}–${high} from the last ${numberWords[before.length]} ${weekday}s (${before.join(', ')}); usual is within ${dropDeviations} deviations, ${dropPercent}% or ${counted(dropPeople, 'person', 'people')}, whichever is most.`,
    }
  }
  return undefined
}

/** The latest of the same weekday first. */
function sameDays(reading: AdoptionReading, context: TrendContext, day: Day, group: Group): number[] {
  const found: number[] = []
  for (let back = 1; back <= sameWeekdays; back++) {
    const value = countOn(reading, context, addDays(day, -weekLength * back), group)
    if (value !== undefined) found.push(value)
  }
  return found
}

/** A best week and every week less since then. */
function fade(reading: AdoptionReading, context: TrendContext, group: Group): Trend | undefined {
  const weeks = weeklyMeans(reading, context, group)
  const [now] = weeks
  let peak = 0
  while ((weeks[peak + 1]?.mean ?? 0) > (weeks[peak]?.mean ?? 0)) peak++
  const best = weeks[peak]
  if (!now || !best || peak < 2 || best.mean < fewestAtBest) return undefined
  const before = weeks[peak + 1]
  const { spikePercent, fadePercent } = context.limits
  const stoodOut = !before || best.mean >= before.mean * (1 + spikePercent / 100)
  if (!stoodOut || now.mean > best.mean * (1 - fadePercent / 100)) return undefined
  const since = weeks.slice(0, peak).reverse()
  return {
    kind: 'fade',
    group,
    day: now.day,
    title: `${whom(group)}: fewer every week since the best one`,
    seen: `${Math.round(best.mean)} a working day in the week to ${formatShortDay(best.day)}, then ${since.map(({ mean }) => Math.round(mean)).join(', ')}: ${Math.round(100 * (1 - now.mean / best.mean))}% below the best week, which is a concern from ${fadePercent}% on.`,
  }
}

interface WeekMean {
  /** Its last day. */
  readonly day: Day
  readonly mean: number
}

/** People on a working day on average, by week, the latest first, up to the first week that is not known. */
function weeklyMeans(reading: AdoptionReading, context: TrendContext, group: Group): WeekMean[] {
  const weeks: WeekMean[] = []
  for (let back = 0; back < weeksLookedAt; back++) {
    const day = addDays(context.day, -weekLength * back)
    const counts = daysWithin(reading, weekLength, day).flatMap(
      (told) => countOn(reading, context, told.day, group) ?? [],
    )
    if (counts.length < fewestOfWeek) break
    weeks.push({ day, mean: counts.reduce((sum, count) => sum + count, 0) / counts.length })
  }
  return weeks
}

/** People who could, and of whom none has in a week. */
function silent(reading: AdoptionReading, context: TrendContext, group: Group): Trend | undefined {
  if (group === undefined) return undefined
  const { day, limits } = context
  const licensed = licensedOn(reading, day, group) ?? 0
  const counts = daysWithin(reading, weekLength, day).flatMap(
    (told) => countOn(reading, context, told.day, group) ?? [],
  )
  if (licensed < limits.smallestGroup || counts.length < fewestOfWeek || counts.some((count) => count > 0))
    return undefined
  const last = reading.days.findLast(
    (told) => told.day <= day && (activeOn(reading, told.day, group) ?? 0) > 0,
  )
  const since = last ? `the last was there on ${formatShortDay(last.day)}` : 'nobody was ever there'
  return {
    kind: 'silent',
    group,
    day,
    title: `${group}: nobody in a week`,
    seen: `0 of ${licensed} licensed people in the seven days to ${formatShortDay(day)}, ${counts.length} working days of which are known; ${since}. Groups of ${limits.smallestGroup} or more are looked at.`,
  }
}

/** Undefined for a day that is no working day, not over or not known. */
function countOn(
  reading: AdoptionReading,
  { isWorkday }: TrendContext,
  day: Day,
  group: Group,
): number | undefined {
  const told = reading.on(day)
  if (!told || told.isPart || !isWorkday(day)) return undefined
  return activeOn(reading, day, group)
}

const whom = (group: Group) => group ?? 'Everybody'
const numberWords = ['', 'one', 'two', 'three', 'four'] as const
