import { clockWords } from '../clocks/clock-words'
import type { Deadline, Deadlines } from '../clocks/deadlines'
import type { Instant } from '../model/value'
import { formatShortInstant } from '../time/format'

const most = 8
const mostPast = 5
const soon = 60 * 60_000
/** An issue has three clocks at most, so this many deadlines hold enough issues. */
const clocksOfAnIssue = 3

/** How many issues are past a target. */
export function pastTarget(deadlines: Deadlines, now: Instant): number {
  return new Set(deadlines.between(Number.NEGATIVE_INFINITY, now).map(({ issue }) => issue)).size
}

/** What burns most: the issues that breached last, and those that will within the hour, each once. */
export function burning(deadlines: Deadlines, now: Instant): readonly Deadline[] {
  const past = firstOfEach(deadlines.upTo(now, mostPast * clocksOfAnIssue)).slice(0, mostPast)
  const next = deadlines.after(now, most * clocksOfAnIssue).filter(({ dueAt }) => dueAt <= now + soon)
  return firstOfEach([...past, ...next]).slice(0, most)
}

/** `KQM-17: Resolve was due 23 Nov, 10:00, Europe/Berlin`. */
export function burningText({ kind, dueAt }: Deadline, name: string, now: Instant, zone: string): string {
  const verb = dueAt <= now ? 'was' : 'is'
  return `${name}: ${clockWords[kind]} ${verb} due ${formatShortInstant(dueAt, zone, now)}, ${zone}`
}

function firstOfEach(deadlines: readonly Deadline[]): readonly Deadline[] {
  const met = new Set<string>()
  return deadlines.filter(({ issue }) => !met.has(issue) && met.add(issue))
}
